import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import type { NotDelivered } from '../../../contract/messages.ts'
import { useLoad } from '../../api/use-load.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { plainDay } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { RowList } from '../../ui/row-list.tsx'

const useStyles = makeStyles({
  lead: { margin: 0, maxWidth: '75ch' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
    '@media (min-width: 800px)': {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 3fr)',
    },
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  beside: { color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
})

type Row = NotDelivered['rows'][number]

const counted = ({ messages, lastOn }: Row) =>
  messages === 1
    ? `1 message, on ${plainDay(lastOn)}`
    : `${messages} messages, the last on ${plainDay(lastOn)}`

const wordBack = (reporters: NotDelivered['reporters']) =>
  reporters === null
    ? 'It reached everybody, or all but at most 4 people: so few are not counted, because the number could say who they are.'
    : `It did not reach ${reporters} people.`

function Person({ row }: { readonly row: Row }) {
  const styles = useStyles()
  const { person, agency, why, toDo } = row
  return (
    <div className={styles.row}>
      <div>
        <span className={styles.who}>{person.name}</span>
        {agency !== null && <span className={styles.beside}>, {agency.name}</span>}
      </div>
      <div>
        <p className={styles.line}>{why}</p>
        <span className={styles.beside}>{counted(row)}</span>
      </div>
      <p className={styles.line}>{toDo}</p>
    </div>
  )
}

/** People the bot cannot write to, for the business manager: why, and what to do. */
export function MessagesPart() {
  const styles = useStyles()
  const { api } = useSession()
  const { data, problem, retry } = useLoad('messages', (signal) => api.listNotDelivered({}, signal))
  if (problem)
    return (
      <ProblemView
        problem={problem}
        {...(problem.code !== 'not-your-role' && { onRetry: retry })}
        back={{ href: href.home(), label: 'Go to Home' }}
      />
    )
  return (
    <>
      <p className={styles.lead}>
        People on duty the bot cannot write to just now, and what helps. What the messages were
        about is not shown here; what waits for somebody they also see under Home in the tab.
      </p>
      <Panel title="People" aside={data && data.people > 0 ? data.people : ''}>
        {!data && <Loading rows={4} />}
        {data?.rows.length === 0 && (
          <EmptyState
            icon={<CheckmarkCircleRegular />}
            says="The bot can write to everybody on duty it has something for. There is nothing to do."
          />
        )}
        {data && data.rows.length > 0 && (
          <RowList
            label="People"
            rows={data.rows}
            keyOf={({ person, why }) => `${person.id} ${why}`}
          >
            {(row) => <Person row={row} />}
          </RowList>
        )}
      </Panel>
      {data && (
        <Panel title="Word back to people who told us something">
          <p className={styles.lead}>
            {wordBack(data.reporters)} They are not named here, nor which agency they work for:
            nobody is to learn that way who has reported something. They find all of it under Home
            in the tab. What helps is to remind everybody to open the chat with Learning Loop.
          </p>
        </Panel>
      )}
    </>
  )
}
