import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { isFound } from './use-board.ts'

const useStyles = makeStyles({
  search: { maxWidth: '360px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalM,
  },
  what: { flexGrow: 1, flexBasis: '240px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** One row: what it is, a few lines about it, and what can be done with it. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly lines: readonly string[]
  readonly buttons: ReactNode
}

interface Props {
  readonly title: string
  /** What is searched, in a few words. */
  readonly search: string
  readonly entries: readonly Entry[]
  /** Said when the list is empty. */
  readonly empty: string
  readonly children?: ReactNode
}

/** How many are shown at first. The search finds the others. */
const SHOWN = 50

/** A list that can be searched by anything in its rows. */
export function SearchedList({ title, search, entries, empty, children }: Props) {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [atMost, setAtMost] = useState(SHOWN)
  const found = entries.filter(({ name, lines }) => isFound(typed, name, ...lines))
  return (
    <Panel title={title} aside={entries.length}>
      {children}
      {entries.length > 0 && (
        <Field label={search} className={styles.search}>
          <Input
            type="search"
            value={typed}
            contentBefore={<SearchRegular aria-hidden="true" />}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
      )}
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchRegular />}
          says={entries.length === 0 ? empty : 'Nothing is found. Try fewer words.'}
        />
      ) : (
        <RowList label={title} rows={found.slice(0, atMost)} keyOf={({ id }) => id}>
          {({ name, lines, buttons }) => (
            <div className={styles.row}>
              <div className={styles.what}>
                <span className={styles.name}>{name}</span>
                {lines.map((line) => (
                  <p key={line} className={styles.line}>
                    {line}
                  </p>
                ))}
              </div>
              <div className={styles.buttons}>{buttons}</div>
            </div>
          )}
        </RowList>
      )}
      <span role="status" className={styles.line}>
        {found.length > atMost
          ? `Showing ${atMost} of ${found.length}`
          : typed !== '' && `${found.length} found`}
      </span>
      {found.length > atMost && (
        <div>
          <Button onClick={() => setAtMost(atMost + SHOWN)}>Show more</Button>
        </div>
      )}
    </Panel>
  )
}
