import type { ObservationDetail } from '../../src/contract/observations.ts'

export const outcomes: NonNullable<ObservationDetail['forms']['decide']> = [
  {
    code: 'answerAndClose',
    label: 'Answer and close',
    needs: 'the answer in plain English; why nothing further is needed',
    follows: 'the reporter gets the answer and its reason in one message, and it is closed',
    startingWords: 'We have read OBS-2026-0042 and here is our answer: {answer}.',
  },
  {
    code: 'localLearning',
    label: 'Learn locally',
    needs: 'lead role; setting and date; one learning point',
    follows: 'nothing starts by itself: you ask whoever leads it',
    startingWords:
      'The team is asked to use OBS-2026-0042 for learning at {activity} by {date}, without names.',
  },
  {
    code: 'supervision',
    label: 'Take to supervision',
    needs: "whose role; reporter's agreement if it is their own case; date",
    follows: 'nothing starts by itself: you ask the supervisor',
    startingWords: 'OBS-2026-0042 will be talked through in supervision by {date}.',
  },
]
