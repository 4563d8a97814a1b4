import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'

const useStyles = makeStyles({
  // A line of its own, also in a row of buttons.
  refusal: { flexBasis: '100%' },
  list: { margin: 0 },
})

interface Props {
  readonly problem: ApiProblem
  /** Needs that a field of the form already shows. */
  readonly shown: readonly string[]
  /** False once the record has changed so much that the form no longer fits. */
  readonly possible: boolean
  /** False where nothing was typed. */
  readonly typed: boolean
  /** The way to send the same again. */
  readonly again: ReactNode
}

function wordsFor({ code, detail, missing, isUnsure }: ApiProblem, possible: boolean): string {
  if (isUnsure)
    return `${detail} We cannot tell whether this was sent. Sending it again does no harm: it is done once.`
  if (code === 'not-found') return 'This is not with you any more, so it was not sent.'
  if (code === 'conflict')
    return possible
      ? 'It changed meanwhile. We have loaded it again: look at it, then send again if this still fits.'
      : 'It changed meanwhile, and this can no longer be done.'
  // The service names everything missing in one sentence. Here it stands at the fields and below.
  if (code === 'incomplete') return 'This is not complete yet, so it was not sent.'
  if (code === 'malformed' && missing.length > 0)
    return 'Some of this does not fit, so it was not sent.'
  return detail
}

/** Why a form was not taken, above its buttons. */
export function Refusal({ problem, shown, possible, typed, again }: Props) {
  const styles = useStyles()
  const rest = problem.missing.filter(({ need }) => !shown.includes(need))
  const ours = problem.code === 'conflict' || problem.isUnsure
  return (
    <div role="alert" className={styles.refusal}>
      <MessageBar intent={ours ? 'warning' : 'error'} layout="multiline">
        <MessageBarBody>
          {wordsFor(problem, possible)}
          {typed && ' What you typed is still here.'}
          {rest.length > 0 && (
            <ul className={styles.list}>
              {rest.map(({ need, say }) => (
                <li key={need}>{say}</li>
              ))}
            </ul>
          )}
          {problem.isUnsure && <> {again}</>}
        </MessageBarBody>
      </MessageBar>
    </div>
  )
}
