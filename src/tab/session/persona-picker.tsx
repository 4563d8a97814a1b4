import { makeStyles, tokens } from '@fluentui/react-components'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import type { z } from 'zod'
import type { Personas } from '../../contract/people.ts'
import type { Loaded } from '../api/use-load.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { NarrowPage } from '../ui/narrow-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 18rem), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  person: {
    width: '100%',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    textAlign: 'start',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  says: { fontSize: tokens.fontSizeBase200 },
})

interface Props {
  readonly loaded: Loaded<z.output<typeof Personas>>
  readonly onChoose: (person: string) => void
}

/** Local mode's first question. */
export function PersonaPicker({ loaded: { data, problem, retry }, onChoose }: Props) {
  const styles = useStyles()
  return (
    <NarrowPage>
      <PageHeading title="Who would you like to be?" />
      <p className={styles.lead}>
        This is local mode: nobody signs in. Choose a person, and see what they see. You can change
        at any time.
      </p>
      {problem && <ProblemView problem={problem} onRetry={retry} />}
      {!problem && !data && <Loading rows={6} />}
      {data?.people.length === 0 && (
        <EmptyState
          icon={<PersonRegular />}
          says="There is nobody to be yet. Set up the demo board, then reload this page."
        />
      )}
      {data && data.people.length > 0 && (
        <ul className={styles.list}>
          {data.people.map(({ id, name, says }) => (
            <li key={id}>
              <button type="button" className={styles.person} onClick={() => onChoose(id)}>
                <span className={styles.name}>{name}</span>
                <span className={styles.says}>{says}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </NarrowPage>
  )
}
