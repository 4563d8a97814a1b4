import { shownOf } from '../../domain/observation/events.ts'
import type { ObservationNotice } from '../../domain/observation/notices.ts'
import { OBSERVATION_NOTICES } from '../../domain/observation/notices.ts'
import type { NoticeText } from '../../domain/registered.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { messageCard } from './build.ts'
import type { Card } from './card-data.ts'
import { answerButton, decisionSections } from './report-cards.ts'
import { linesOf, namedRoute, officeFact } from './text.ts'

/**
 * A message for the reporter about one event. Shows that event's own decision or feedback, even if
 * more has happened since.
 * @param number of the event in the observation's history
 */
export function noticeCard(
  { ref, history, view, board, allowed }: SeenObservation,
  notice: Exclude<
    ObservationNotice,
    'triage' | 'asked' | 'askedMoved' | 'proposed' | 'settled' | ProposerNotice
  >,
  number: number,
): Card {
  const event = history.find(({ seq }) => seq === number)?.event
  const { title, intro }: NoticeText = OBSERVATION_NOTICES[notice]
  const shown = event && shownOf(event)
  return messageCard(title.replace('{ref}', ref), {
    intro: intro === undefined ? [] : [intro],
    // Where it is now: it may have moved on before this could be sent.
    facts:
      notice === 'passedOn'
        ? [
            {
              title: 'Who reads it now',
              value: `${namedRoute(board, view.route)}${view.route.person === null ? '' : ', and others who look at reports there'}`,
            },
          ]
        : notice === 'answered' || notice === 'closed'
          ? [officeFact(board)]
          : [],
    sections:
      event?.type === 'ObservationDecided'
        ? decisionSections(event)
        : shown
          ? [{ heading: shown.heading, lines: linesOf(shown.text) }]
          : [],
    buttons: [
      ...(notice === 'question' && allowed.some(({ action }) => action === 'reply')
        ? [answerButton(ref)]
        : []),
      { title: 'Open my report', verb: 'openReport', data: { ref } },
    ],
  })
}

/** Messages for the person who made a proposal. */
export type ProposerNotice = 'agreed' | 'notAgreed' | 'overtaken' | 'lapsed'

/** How a proposal was answered. The words of the answer are behind a button. */
export function answeredCard(ref: string, notice: ProposerNotice): Card {
  const { title, intro } = OBSERVATION_NOTICES[notice]
  return messageCard(title.replace('{ref}', ref), {
    intro: [intro],
    buttons: [{ title: 'Read it', verb: 'readNarrative', data: { ref } }],
  })
}
