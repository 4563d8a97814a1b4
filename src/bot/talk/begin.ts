import { soundsUrgent } from '../../domain/observation/danger.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { cleanText } from '../../domain/words/text.ts'
import { readersOfDraft } from '../cards/check-card.ts'
import { twoCard } from '../cards/draft-cards.ts'
import { beforehandLine, safetyLine } from '../cards/safety.ts'
import { agencyCard } from '../cards/talk-cards.ts'
import type { DialogState } from './draft.ts'
import { draftIn, laterIn } from './draft.ts'
import { begun } from './engine.ts'
import { position, readersIn, thanksFor, urgentIn } from './position.ts'
import { secondIn } from './read-second.ts'
import type { Response, Turning } from './turn.ts'

interface Begun {
  readonly kind?: KindCode | null
  readonly said?: string | null
}

/** Begins a report. What was said already is put in its place. */
export function startRaising(turning: Turning, { kind = null, said = null }: Begun): Response {
  const { board, actor, deps } = turning
  if (actor.agency === null)
    return { say: [agencyCard(board)], dialog: introducing(turning, said ?? '') }
  const draft = begun(deps.newId(), kind, said)
  const { urgent } = urgentIn(turning, said ?? '')
  const second = secondIn(said ?? '')
  const two = second ? [twoCard({ draft: draft.id, words: second })] : []
  const shown = position(turning, draft, {
    ...thanksFor(draft),
    ...(urgent ? { urgent } : { safety: safetyLine(board) }),
    beforehand: beforehandLine(readersOfDraft(draft, readersIn(turning))),
  })
  return { ...shown, say: [...two, ...shown.say] }
}

/** A person without an entry. Their words are kept until they have said where they work. */
export function introducing({ deps, dialog }: Turning, said: string): DialogState {
  const earlier = dialog?.type === 'introducing' ? dialog.said : ''
  const all = [earlier, cleanText(said)].filter((part) => part !== '').join('\n')
  return { type: 'introducing', said: all, editedAt: deps.clock.now(), later: laterIn(dialog) }
}

/** `raise`: a half-finished report is offered again before a new one is begun. */
export const raise = (turning: Turning, given: Begun): Response => {
  const draft = draftIn(turning.dialog)
  return draft ? position(turning, draft, { resume: true }) : startRaising(turning, given)
}

/** Words that sound like danger and name no kind of report. */
export const isDangerFirst = (said: string, isKindNamed: boolean): boolean =>
  !isKindNamed && soundsUrgent(said)
