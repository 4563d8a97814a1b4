import type { Answer } from '../domain/observation/types.ts'
import type { KindCode } from '../domain/taxonomies/lists.ts'

// Invented, short, and about how work is done. No child, family or worker is in any of them.

const text = (question: string, words: string): Answer => ({
  question,
  value: { type: 'text', text: words },
})
const choice = (question: string, code: string): Answer => ({
  question,
  value: { type: 'choice', code },
})

export interface Story {
  readonly kind: KindCode
  readonly answers: readonly Answer[]
}

const nearMiss = (could: string, stopped: string, who: string): Story => ({
  kind: 'nearMiss',
  answers: [
    text('couldHaveHappened', could),
    text('whatStoppedIt', stopped),
    text('whoElseExposed', who),
  ],
})
const praise = (
  kind: 'goodPractice' | 'goodOutcome' | 'typicalCase',
  went: string,
  helped: string,
): Story => ({ kind, answers: [text('whatWentWell', went), text('whatHelped', helped)] })

export const DEMO_STORIES: readonly Story[] = [
  nearMiss(
    'A discharge letter nearly went to an old address.',
    'The ward clerk rang to check before posting.',
    'Anybody whose address changed during a stay.',
  ),
  nearMiss(
    'Two children with the same name were nearly given the same appointment.',
    'A colleague noticed the dates of birth did not match.',
    'All clinics that book by name.',
  ),
  nearMiss(
    'A strategy meeting was nearly held without the school.',
    'The chair asked who was missing.',
    'Every meeting called at short notice.',
  ),
  nearMiss(
    'A case was almost closed with one action still open.',
    'The closing checklist asked for it.',
    'Cases that change hands before they close.',
  ),
  praise(
    'goodPractice',
    'An interpreter was booked for every visit, not only the first.',
    'The booking form now asks for the whole series.',
  ),
  praise(
    'goodPractice',
    'The officer stayed on the line until the front door had picked up.',
    'A direct number that is answered.',
  ),
  praise(
    'goodPractice',
    'The school asked the child how they wanted to be told.',
    'Ten minutes set aside before the meeting.',
  ),
  praise(
    'goodOutcome',
    'A family who had stopped answering came back to the clinic.',
    'The same person rang each week at the same time.',
  ),
  praise(
    'typicalCase',
    'An ordinary week of handovers, with three visits moved and none lost.',
    'A shared list that both teams can see.',
  ),
  {
    kind: 'disquiet',
    answers: [
      text(
        'unease',
        'The story is always told by the same adult, and I cannot say why that troubles me.',
      ),
      choice('worry', 'fairlyWorried'),
    ],
  },
  {
    kind: 'disquiet',
    answers: [
      text('unease', 'Visits are always cancelled on the day.'),
      choice('worry', 'veryWorried'),
    ],
  },
  {
    kind: 'practiceConcern',
    answers: [text('story', 'Referrals sent on a Friday afternoon are read on Monday.')],
  },
  {
    kind: 'practiceConcern',
    answers: [text('story', 'We write the same assessment three times, in three systems.')],
  },
  {
    kind: 'riskAhead',
    answers: [
      text('couldGoWrong', 'The only person who knows the rota is leaving.'),
      choice('howSoon', 'weeks'),
    ],
  },
  {
    kind: 'poorOutcome',
    answers: [
      text('story', 'Support came four months after it was asked for.'),
      choice('outcomeKnown', 'partlyKnown'),
    ],
  },
]
