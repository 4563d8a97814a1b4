import type { ObservationDetail } from '../../src/contract/observations.ts'

export const outcomes: NonNullable<ObservationDetail['forms']['decide']> = [
  {
    code: 'answerAndClose',
    label: 'Answer and close',
    needs: 'the answer in plain English; why nothing further is needed',
    creates: 'closing message with a "Look again" button',
    startingWords: 'We have read OBS-2026-0042 and here is our answer: {answer}.',
  },
  {
    code: 'localLearning',
    label: 'Learn locally',
    needs: 'lead role; setting and date; one learning point',
    creates: 'learning activity; draft learning note',
    startingWords:
      'OBS-2026-0042 will be used for learning at {activity} by {date}, without names. We will tell you what people took from it.',
  },
  {
    code: 'supervision',
    label: 'Take to supervision',
    needs: "whose role; reporter's agreement if it is their own case; date",
    creates: 'learning activity of type supervision; prompt card for the supervisor',
    startingWords: 'OBS-2026-0042 will be talked through in supervision by {date}.',
  },
]
