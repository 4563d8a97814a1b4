import { actorFor } from '../domain/board/directory.ts'
import type { BoardSettings } from '../domain/board/types.ts'
import { plansLearning } from '../domain/observation/learning.ts'
import { sentTo } from '../domain/observation/routing.ts'
import type { Observation, ObservationChangeCommand } from '../domain/observation/types.ts'
import { startingWords } from '../domain/observation/wording.ts'
import type { OutcomeCode } from '../domain/taxonomies/lists.ts'
import { outcomeOf } from '../domain/taxonomies/lists.ts'
import type { Actor } from '../domain/words/actor.ts'
import { personId } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import type { ListedStore, Stored } from '../ports/records.ts'
import { madeUp } from '../usecases/audit/made-up.ts'
import type { Deps } from '../usecases/deps.ts'
import { raiseObservation } from '../usecases/observation/raise-observation.ts'
import { changeRecord } from '../usecases/records/change-record.ts'
import { currentBoard } from '../usecases/records/context-now.ts'
import { assignByHand } from './demo-actions.ts'
import { learnFrom, learningBy } from './demo-learning.ts'
import { makeDemoReviews } from './demo-reviews.ts'
import { DEMO_STORIES } from './demo-stories.ts'

const REPORTERS = [
  'healthVisitor1',
  'healthVisitor2',
  'socialWorker1',
  'socialWorker2',
  'teacher',
  'teachingAssistant',
  'officer1',
  'officer2',
]

const OUTCOMES: readonly OutcomeCode[] = [
  'answerAndClose',
  'localLearning',
  'localLearning',
  'supervision',
  'auditTheme',
  'afterActionReview',
]

const DAY_MS = 86_400_000
const SIDE_BY_SIDE = 32

/** A number from 0 up to 1. The same seed gives the same, so a demo year looks alike everywhere. */
function chance(seed: number): number {
  let x = Math.imul(seed + 0x9e37_79b9, 0x85eb_ca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2_ae35)
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32
}

const pick = <Item>(items: readonly Item[], seed: number): Item => {
  const item = items[Math.floor(chance(seed) * items.length)]
  if (item === undefined) throw new TypeError('picked from nothing')
  return item
}

interface YearOptions {
  readonly observations: number
  /** Begins with another story for each seed, so that a second year on the same board differs. */
  readonly seed: number
  readonly onProgress?: (made: number) => void
}

/**
 * Adds a believable year of observations that ends now, through the use-cases, each at its own
 * time. There are more towards the end; most are decided and closed, and those of the last days
 * still wait. Nobody is told of any of it, not even by a program that runs on the same store.
 */
export async function makeDemoYear(
  given: Deps,
  { observations, seed, onProgress }: YearOptions,
): Promise<void> {
  const deps = {
    ...given,
    records: {
      observation: quietly(given.records.observation, given.clock.now()),
      activity: quietly(given.records.activity, given.clock.now()),
      action: quietly(given.records.action, given.clock.now()),
      review: quietly(given.records.review, given.clock.now()),
    },
  }
  const board = await currentBoard(deps)
  const now = Date.parse(deps.clock.now())
  for (let first = 0; first < observations; first += SIDE_BY_SIDE) {
    const batch = Array.from(
      { length: Math.min(SIDE_BY_SIDE, observations - first) },
      (_, index) => first + index,
    )
    await Promise.all(
      batch.map((index) => {
        // Twice as many at the end as at the beginning: reporting grows as trust does.
        const share = Math.sqrt(1 + (3 * (index + 0.5)) / observations) - 1
        return makeOne(deps, board, seed + index, now - (1 - share) * 365 * DAY_MS, now)
      }),
    )
    onProgress?.(first + batch.length)
  }
  await assignByHand(deps, board, seed)
  await makeDemoReviews(deps, board, now)
}

/** Marks each save as told, since nobody must hear of what is made up. */
const quietly = <State, Event, L>(
  records: ListedStore<State, Event, L>,
  now: Instant,
): ListedStore<State, Event, L> => ({
  ...records,
  async save(change) {
    const stored = await records.save(change)
    await records.markDelivered(change.id, stored.version)
    // Late items of the story are shown, but nobody is reminded of them.
    await records.markReminded(change.id, now)
    return stored
  },
})

const at = (ms: number): Instant => new Date(ms).toISOString()

async function makeOne(
  deps: Deps,
  board: BoardSettings,
  seed: number,
  raisedAt: number,
  now: number,
): Promise<void> {
  const story = pick(DEMO_STORIES, seed * 7)
  const reporter = actorFor(board, personId(pick(REPORTERS, seed * 11)))
  const danger = { question: 'dangerNow', value: { type: 'choice', code: 'no' } } as const
  let stored: Stored<Observation> = await raiseObservation(
    { ...deps, clock: { now: () => at(raisedAt) } },
    {
      kind: story.kind,
      answers: [danger, ...story.answers],
      submission: madeUp(`year-${seed}-${now}`),
      actor: reporter,
    },
  )
  const senior = actorFor(board, sentTo(stored.state, board)[0] ?? reporter.person)
  for (const { afterDays, command } of courseOf(stored, board, seed)) {
    const when = raisedAt + afterDays * DAY_MS
    // Ends at the present: later steps have not happened, and those observations stay where they
    // are.
    if (when > now) break
    const given =
      command.type === 'decide' && plansLearning(command.outcome)
        ? { ...command, ...learningBy(senior.person, at(when)) }
        : command
    stored = await step(deps, stored, given, senior, when)
    if (command.type === 'decide') {
      const held = when + 15 * DAY_MS
      const then = { ...deps, clock: { now: () => at(when) } }
      await learnFrom(then, board, stored.id, at(held), at(now))
    }
  }
}

const step = (
  deps: Deps,
  { id, version }: Stored<Observation>,
  command: ObservationChangeCommand,
  actor: Actor,
  when: number,
): Promise<Stored<Observation>> =>
  changeRecord({ ...deps, clock: { now: () => at(when) } }, 'observation', {
    id,
    command,
    actor,
    submission: madeUp(`${version}`),
  })

/** What becomes of an observation, and after how many days. */
function courseOf(
  { id }: Stored<Observation>,
  board: BoardSettings,
  seed: number,
): readonly { readonly afterDays: number; readonly command: ObservationChangeCommand }[] {
  const outcome = pick(OUTCOMES, seed * 13)
  const decidedAfter = 1 + chance(seed * 17) * 10
  const words = startingWords(outcome, id, board.profile)
    .replaceAll('{date}', 'the end of next month')
    .replaceAll('{activity}', 'the team meeting')
    .replaceAll('{theme}', 'handovers')
    .replaceAll(/\{(lead|supervisor|planner|facilitator)\}/g, 'The team manager')
    .replaceAll('{answer}', 'the form has been changed, thank you for telling us')
  const decide: ObservationChangeCommand = {
    type: 'decide',
    outcome,
    reason: 'Others work the same way, so what was noticed here is likely to help them too.',
    words,
    nextReviewOn: null,
  }
  return [
    { afterDays: decidedAfter / 2, command: { type: 'acknowledge' } },
    { afterDays: decidedAfter, command: decide },
    ...(outcomeOf(outcome)?.closes ? [] : afterwards(decidedAfter)),
  ]
}

/** What follows a decision that does not close it. */
function afterwards(decidedAfter: number) {
  const feedback: ObservationChangeCommand = {
    type: 'giveFeedback',
    mode: 'tellWhatWasDone',
    text: 'The team talked it through and changed how it hands over. Thank you for noticing.',
  }
  return [
    { afterDays: decidedAfter + 20, command: feedback },
    { afterDays: decidedAfter + 25, command: { type: 'close', readUpTo: 0 } },
  ] as const
}
