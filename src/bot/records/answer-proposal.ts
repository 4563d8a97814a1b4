import { actorFor } from '../../domain/board/directory.ts'
import { PROPOSAL_MOVES } from '../../domain/machinery/proposals.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { getObservation } from '../../usecases/observation/get-observation.ts'
import type { SeenOutline } from '../../usecases/observation/read-outline.ts'
import { readOutline } from '../../usecases/observation/read-outline.ts'
import { changeRecord } from '../../usecases/records/change-record.ts'
import { sayRefusal } from '../../usecases/say-refusal.ts'
import { writtenIn } from '../cards/action-form.ts'
import { messageCard } from '../cards/build.ts'
import { declineForm, proposedCard, settledCard } from '../cards/proposed-cards.ts'
import type { Fields, Response, Turning } from '../talk/turn.ts'
import { commandOf } from './card-actions.ts'
import { openForm, take } from './triage.ts'

// The chair agrees or does not, mostly seeing only an outline of the subject.

type Answer = 'agree' | 'decline'

/** Whether somebody sees all of it. Then its card is that of a triager. */
const seesAll = ({ deps, actor }: Turning, { ref = '' }: Fields): Promise<boolean> =>
  getObservation(deps, ref, actor).then(
    () => true,
    (error: unknown) => {
      if (isRefusal(error, 'not-found')) return false
      throw error
    },
  )

const outlined = ({ deps, actor }: Turning, ref: string): Promise<SeenOutline | undefined> =>
  readOutline(deps, ref, actor).catch((error: unknown) => {
    if (isRefusal(error, 'not-found')) return undefined
    throw error
  })

export async function openDecline(turning: Turning, fields: Fields): Promise<Response> {
  if (await seesAll(turning, fields)) return openForm('decline')(turning, fields)
  const { ref = '' } = fields
  const seen = await outlined(turning, ref)
  const form = seen && declineForm(seen, fields, [])
  return { say: [], replace: form ?? settledCard(ref) }
}

export const answer =
  (action: Answer) =>
  async (turning: Turning, fields: Fields): Promise<Response> => {
    if (await seesAll(turning, fields)) return take(action)(turning, fields)
    const { deps, turn, actor } = turning
    const { ref = '', submission } = fields
    try {
      // Without a version: the number of the proposal names what is answered.
      await changeRecord(deps, 'observation', {
        id: ref,
        command: commandOf(action, fields),
        actor: actorFor(turning.board, actor.person),
        submission: submission ? `${submission}:${action}` : turn.key,
      })
      deps.nudge()
      const done = messageCard(`${ref}: thank you`, { intro: [PROPOSAL_MOVES[action].done] })
      return { say: [], replace: done }
    } catch (error) {
      if (!isRefusal(error) || error.code === 'unavailable') throw error
      const seen = await outlined(turning, ref)
      if (!seen || seen.proposals.length === 0)
        return { say: [], replace: settledCard(ref, writtenIn(action, fields)) }
      const missing = isRefusal(error, 'incomplete') ? error.details.missing : []
      const form = action === 'decline' ? declineForm(seen, fields, missing) : undefined
      const link = deps.linkTo(`outlines/${ref}`, 'Open in the tab')
      const shown = { isRead: true, submission: deps.newId(), note: sayRefusal(error) }
      return { say: [], replace: form ?? proposedCard(seen, link, shown) }
    }
  }
