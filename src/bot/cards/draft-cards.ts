import type { BoardSettings } from '../../domain/board/types.ts'
import type { Observation } from '../../domain/observation/types.ts'
import type { PlainDate } from '../../domain/shared/time.ts'
import { sayDate } from '../../domain/shared/time.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { labelOf, observationKinds } from '../../domain/taxonomies/lists.ts'
import type { Draft } from '../conversation/draft.ts'
import { DRAFT_DAYS } from '../conversation/draft.ts'
import { messageCard } from './build.ts'
import type { Button, Card } from './card-data.ts'
import { urgentLine } from './safety.ts'
import { contactLine } from './text.ts'

/** The receipt: whoever sees it has a stored report (I7). */
export function receiptCard(
  { ref, observation }: { readonly ref: string; readonly observation: Observation },
  board: BoardSettings,
  {
    readers,
    dueOn,
    hasMore,
  }: { readonly readers: string; readonly dueOn: PlainDate; readonly hasMore: boolean },
): Card {
  return messageCard(`Thank you. Your reference is ${ref}`, {
    urgent: observation.sameDay ? urgentLine(board) : '',
    intro: [
      `What happens next: it goes to ${readers}. You will hear the decision, and the reason for it, by ${sayDate(dueOn)}. You will also hear when somebody starts on it.`,
      ...(hasMore ? ['A few more things would help, if you have a minute.'] : []),
    ],
    facts: [
      { title: 'Questions', value: contactLine(board.contacts.office) },
      { title: 'Support for you', value: contactLine(board.contacts.support) },
    ],
    buttons: [
      ...(hasMore ? [{ title: 'Tell us more', verb: 'more', data: { ref } }] : []),
      { title: 'Open my report', verb: 'openReport', data: { ref } },
    ],
  })
}

const draftButtons = (draft: Draft): readonly Button[] => [
  { title: 'Go on', verb: 'goOn', data: { draft: draft.id } },
  { title: 'Start again', verb: 'startAgain', data: { draft: draft.id } },
  { title: 'Delete it', verb: 'deleteDraft', data: { draft: draft.id } },
]

/** A half-finished report is offered again. */
export const resumeCard = (draft: Draft, note = '', urgent = ''): Card =>
  messageCard(
    draft.kind
      ? `You were telling me about ${aKind(draft.kind)}`
      : 'You were about to tell me something',
    { urgent, note, intro: ['Go on, start again, or delete it?'], buttons: draftButtons(draft) },
  )

export const stoppedCard = (draft: Draft): Card =>
  messageCard('Stopped. Nothing has been sent', {
    intro: [
      `I keep what you told me for ${DRAFT_DAYS} days and then delete it. You can go on whenever you like.`,
    ],
    buttons: draftButtons(draft),
  })

/** "a near miss", "an ordinary case", "something feels wrong" as it reads in a sentence. */
export function aKind(kind: KindCode): string {
  const label = labelOf(observationKinds, kind).toLowerCase()
  if (kind === 'disquiet') return 'something that feels wrong'
  if (kind === 'goodPractice') return label
  return /^[aeiou]/.test(label) ? `an ${label}` : `a ${label}`
}
