import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { SheetPlan } from '../../../contract/people.ts'
import { Facts } from '../../ui/facts.tsx'
import { Heading } from '../../ui/heading.tsx'

const useStyles = makeStyles({
  plan: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  list: { margin: 0, overflowWrap: 'anywhere' },
  line: { margin: 0, maxWidth: '75ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly name: string
  readonly plan: SheetPlan
  readonly busy: boolean
  readonly onEnter: () => void
  readonly onDrop: () => void
}

const quoted = (cell: string) => (cell === '' ? 'nothing' : `“${cell}”`)

const sayChange = ({ column, from, to }: SheetPlan['named'][number]['changed'][number]) =>
  `${column} from ${quoted(from)} to ${quoted(to)}`

/** What entering a file would do, before anybody says yes. */
export function SheetPlanView({ name, plan, busy, onEnter, onDrop }: Props) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { adds, changes, nothing, others, wrong, named } = plan
  const isPossible = wrong.length === 0 && adds + changes > 0
  return (
    <div className={styles.plan}>
      <Heading ref={heading} tabIndex={-1} className={styles.title}>
        What {name} would do
      </Heading>
      <Facts
        facts={[
          { term: 'Added', value: adds },
          { term: 'Changed', value: changes },
          { term: 'As it is already', value: nothing },
          { term: 'Not in the file, stays', value: others },
        ]}
      />
      {wrong.length > 0 && (
        <>
          <p className={styles.line}>
            Nothing is entered while a line is wrong. Mend these in the file, then choose it again:
          </p>
          <ul className={styles.list} aria-label="What is wrong">
            {wrong.map(({ line, column, say }) => (
              <li key={`${line} ${column} ${say}`}>
                Line {line}
                {column !== '' && `, ${column}`}: {say}
              </li>
            ))}
          </ul>
        </>
      )}
      {isPossible && (
        <ul className={styles.list} aria-label="What is added and changed">
          {named.map(({ line, name: its, does, changed }) => (
            <li key={line}>
              {its}: {does === 'adds' ? 'added' : changed.map(sayChange).join('; ') || 'changed'}
            </li>
          ))}
          {adds + changes > named.length && <li>and {adds + changes - named.length} more</li>}
        </ul>
      )}
      {wrong.length === 0 && !isPossible && (
        <p className={styles.line}>Everything in it is entered already.</p>
      )}
      <div className={styles.buttons}>
        {isPossible && (
          <Button appearance="primary" disabledFocusable={busy} onClick={onEnter}>
            {busy ? 'Sending…' : 'Enter all of it'}
          </Button>
        )}
        <Button onClick={onDrop}>{isPossible ? 'Cancel' : 'Choose another file'}</Button>
      </div>
    </div>
  )
}
