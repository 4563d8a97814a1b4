import type { ObservationNotice } from '../../domain/observation/telling.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { messageCard } from './build.ts'
import type { Card } from './card-data.ts'
import { decisionSections } from './report-cards.ts'
import { linesOf } from './text.ts'

/** What the reporter is told, by what happened. Titles show in notifications: no words of theirs. */
export const NOTICE_TITLES: Readonly<
  Record<Exclude<ObservationNotice, 'triage'>, (ref: string) => string>
> = {
  acknowledged: (ref) => `${ref}: somebody senior has started on it`,
  decided: (ref) => `${ref}: there is a decision`,
  feedback: (ref) => `${ref}: what was done`,
  closed: (ref) => `${ref} is closed`,
  reopened: (ref) => `${ref} has been opened again`,
}

const INTRO: Readonly<Record<Exclude<ObservationNotice, 'triage'>, readonly string[]>> = {
  acknowledged: ['You will hear what is decided, and why.'],
  decided: [],
  feedback: [],
  closed: ['Thank you for speaking up. What you told us stays part of what we learn from.'],
  reopened: ['Somebody senior will look at it once more, and you will hear what is decided.'],
}

/**
 * A message for the reporter about one event: its own decision or feedback, also when more has
 * happened before it could be sent.
 * @param number of the event in the observation's history
 */
export function noticeCard(
  { ref, history }: Pick<SeenObservation, 'ref' | 'history'>,
  notice: Exclude<ObservationNotice, 'triage'>,
  number: number,
): Card {
  const event = history.find(({ seq }) => seq === number)?.event
  const sections =
    event?.type === 'ObservationDecided'
      ? decisionSections(event)
      : event?.type === 'FeedbackGiven'
        ? [{ heading: 'What we can tell you', lines: linesOf(event.text) }]
        : []
  return messageCard(NOTICE_TITLES[notice](ref), {
    intro: INTRO[notice],
    sections,
    buttons: [{ title: 'Open my report', verb: 'openReport', data: { ref } }],
  })
}
