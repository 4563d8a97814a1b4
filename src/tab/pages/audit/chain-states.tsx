import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useLoad } from '../../api/use-load.ts'
import { useSession } from '../../session/session-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'

const useStyles = makeStyles({
  states: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
})

interface Props {
  readonly record: string
  /** Rises when it is to be checked again. */
  readonly looks: number
  /** The log has lines of it. */
  readonly hasLines: boolean
}

const GONE =
  'The log has lines of this record, but the record itself is not there any more. Tell the business manager and the chair.'

function intentOf(whole: boolean, events: number) {
  if (!whole) return 'error'
  return events > 0 ? 'success' : 'info'
}

/** Whether the record is as it was kept, checked now. */
export function ChainStates({ record, looks, hasLines }: Props) {
  const styles = useStyles()
  const { api } = useSession()
  const { data, problem, retry } = useLoad(`chain ${record} ${looks}`, (signal) =>
    api.checkChain({ record }, signal),
  )
  const isMissing = problem?.code === 'not-found'
  // If there are no lines either, the list says that there is no such record.
  if (isMissing && !hasLines) return null
  return (
    <section aria-label="Chain">
      <div role="status" className={styles.states}>
        {!data && !problem && <Loading rows={1} />}
        {isMissing && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{GONE}</MessageBarBody>
          </MessageBar>
        )}
        {problem && !isMissing && <ProblemView problem={problem} onRetry={retry} />}
        {data?.chains.map(({ log, whole, events, says }) => (
          <MessageBar key={log} intent={intentOf(whole, events)} layout="multiline">
            <MessageBarBody>
              {says}
              {!whole && ' Change nothing, and tell the business manager and the chair today.'}
            </MessageBarBody>
          </MessageBar>
        ))}
      </div>
    </section>
  )
}
