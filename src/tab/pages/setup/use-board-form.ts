import type { BoardDetail, BoardForm } from '../../../contract/people.ts'
import { contentOf } from '../../record/field-values.ts'
import type { ActionFormState } from '../../record/use-action-form.ts'
import { useFilledIn } from '../../record/use-action-form.ts'
import { useSending } from '../../record/use-change.ts'
import { useSession } from '../../session/session-context.ts'

/** What is typed into forms of the board settings is kept under this, followed by its subject. */
export const BOARD_REF = 'board/'
export const boardRef = (about: string | undefined): string => `${BOARD_REF}${about ?? ''}`

interface Props {
  readonly form: BoardForm
  /** What it is about, if it is about one thing. */
  readonly about: string | undefined
  readonly onDone: (changed: BoardDetail) => void
  readonly onStale: () => Promise<void>
  readonly onCancel: () => void
}

/** One form of one change of the board settings: what is typed, sending it, and what came back. */
export function useBoardForm(props: Props): ActionFormState {
  const { form, about, onDone, onStale, onCancel } = props
  const { version, offered } = form
  const { action, fields, given } = offered
  const { api } = useSession()
  const { sending, problem, send } = useSending(onStale)
  return useFilledIn({
    offered,
    ref: boardRef(about),
    isPossible: problem?.code !== 'not-your-role',
    sending,
    problem,
    send: ({ submission, values, forget }) =>
      send(async () => {
        const content = { ...contentOf(fields, values), ...given }
        const changed = await api.takeOffered('board', { action }, { version, submission }, content)
        forget()
        onDone(changed)
      }),
    onCancel,
  })
}
