import { actorFor } from '../domain/board/directory.ts'
import type { BoardSettings } from '../domain/board/types.ts'
import type { ReviewCommand } from '../domain/review/types.ts'
import { agencyId, personId } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import { dateOf } from '../domain/words/time.ts'
import { madeUp } from '../usecases/audit/made-up.ts'
import type { Deps } from '../usecases/deps.ts'
import { changeRecord } from '../usecases/records/change-record.ts'
import { makeRecord } from '../usecases/records/make-record.ts'

const DAY_MS = 86_400_000

type Propose = Extract<ReviewCommand, { type: 'propose' }>

/** Who did what, and how many days after it was proposed. */
type Step = readonly [by: string, afterDays: number, command: ReviewCommand]

const PROPOSED: Omit<Propose, 'about'> = {
  type: 'propose',
  method: 'multiAgencyLearningReview',
  agency: agencyId('healthVisiting'),
  source: 'notification',
}

const NOTHING_MET = {
  abuseOrNeglect: 'no',
  died: 'no',
  seriouslyHarmed: 'no',
  concernJointWork: 'yes',
  custodyOrDetained: 'no',
} as const

/** Both tests answered, and how much review fits. */
const weighed = (knownOn: string): readonly Step[] => [
  [
    'businessManager',
    2,
    { type: 'answerNotifiable', lookedAfterDied: 'no', regulatedSettingDied: 'no', knownOn },
  ],
  ['businessManager', 2, { type: 'answerCriteria', ...NOTHING_MET, lookAgainOn: null }],
  [
    'chair',
    4,
    {
      type: 'assess',
      agencies: 'fourOrMore',
      novelty: 'partlyKnown',
      recurrence: 'many',
      exposure: 'area',
      complexity: 'severalEpisodes',
      uncertainty: 'partlyClear',
      method: 'multiAgencyLearningReview',
      band: null,
      departure: null,
    },
  ],
]

/** One of the demo for each way a review stands: when it was proposed, about what, and what followed. */
const reviews = (
  knownOn: string,
): readonly {
  readonly daysAgo: number
  readonly about: string
  readonly steps: readonly Step[]
}[] => [
  {
    daysAgo: 90,
    about: 'How a move between areas reaches every agency that knows the family.',
    steps: [
      ...weighed(knownOn),
      [
        'chair',
        5,
        {
          type: 'commission',
          terms:
            'Which agency learns of a move, when, and from whom. The last two years, in all agencies that knew of one.',
        },
      ],
    ],
  },
  {
    daysAgo: 45,
    about: 'Why appointment letters came back from one block of flats.',
    steps: [
      [
        'chair',
        6,
        { type: 'declineReview', reason: 'One agency can put this right: a huddle is enough.' },
      ],
    ],
  },
  {
    daysAgo: 2,
    about: 'How agencies share what they know when a child changes school in the middle of a year.',
    steps: [],
  },
]

/** A review that is set up, one that does not go ahead and one that waits for the chair. */
export async function makeDemoReviews(deps: Deps, board: BoardSettings, now: number) {
  for (const [index, { daysAgo, about, steps }] of reviews(
    dateOf(new Date(now - 95 * DAY_MS).toISOString()),
  ).entries()) {
    const began = now - daysAgo * DAY_MS
    const at = (ms: number): Instant => new Date(ms).toISOString()
    const then = (ms: number): Deps => ({ ...deps, clock: { now: () => at(ms) } })
    const by = (person: string, key: string) => ({
      actor: actorFor(board, personId(person)),
      submission: madeUp(key),
    })
    const notifiedOn = dateOf(at(began))
    const { id } = await makeRecord(then(began), 'review', {
      command: { ...PROPOSED, notifiedOn, about },
      ...by('seniorNurse', `review-${index}-${now}`),
    })
    for (const [person, afterDays, command] of steps)
      await changeRecord(then(began + afterDays * DAY_MS), 'review', {
        id,
        command,
        ...by(person, command.type),
      })
  }
}
