import { DomainError, isRefusal } from '../../src/domain/words/errors.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { Dialog, TurnOutcome, TurnStore } from '../../src/ports/turns.ts'
import type { Ask } from './ask.ts'
import { answered, dialogOf, finish } from './model-turns.ts'
import type { Session } from './session.ts'
import type { TurnStep } from './steps.ts'

const HOUR_MS = 60 * 60_000
const DRAFT_MS = 14 * 24 * HOUR_MS
const TRIES = 5

const after = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

/** What a turn leaves behind, of where the conversation stands. */
function outcomeOf(
  { person, dialog }: TurnStep,
  key: string,
  stands: Dialog,
  now: Instant,
): TurnOutcome {
  const from = dialog === 'stale' ? stands.version + 1 : stands.version
  return {
    key,
    person: `person-${person}`,
    answer: { to: key, at: now, said: ['$thank you', null, stands.state] },
    keepUntil: after(now, HOUR_MS),
    dialog:
      dialog === 'none'
        ? null
        : dialog === 'ends'
          ? { from, state: null, expiresAt: null }
          : { from, state: { step: key, number: from }, expiresAt: after(now, DRAFT_MS) },
  }
}

/** As the bot takes a delivery of the channel: see `answerTurn`, which this leaves the talking out of. */
async function takeTurn(
  turns: TurnStore,
  step: TurnStep,
  key: string,
  now: Instant,
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const { earlier: own, dialog } = await turns.begin(key, `person-${step.person}`)
    const earlier = own ?? (attempt === 1 ? undefined : await turns.answered(key))
    if (earlier) return earlier.answer
    const outcome = outcomeOf(step, key, dialog, now)
    try {
      await turns.finish(outcome)
      return outcome.answer
    } catch (error) {
      if (!isRefusal(error, 'conflict')) throw error
      // Which of the two it was that had moved on, no store promises to say.
      if (step.dialog === 'stale' || attempt === TRIES)
        throw new DomainError('conflict', { what: 'turn' })
    }
  }
}

/** The channel repeats a delivery for minutes, and never one whose answer is past its time already. */
const isLongAgo = ({ model, clock }: Session, key: string): boolean =>
  model.answers.has(key) && answered(model, key, clock.now()) === undefined

/** Deliveries one after another, each so often at the same moment. */
export function turnAsks(session: Session, step: TurnStep): readonly (readonly Ask[])[] {
  const person = `person-${step.person}`
  return Array.from({ length: step.count }, (_, index) => {
    const key = `tenant/chat-${step.person}/activity-${step.key + index}`
    if (isLongAgo(session, key)) return []
    session.keys.set(key, person)
    const one: Ask = {
      action: 'turn',
      says: `${person} turns to the bot with ${key} (dialog: ${step.dialog})`,
      about: null,
      faults: index === 0 ? step.faults : [],
      of: ({ turns, clock }) => takeTurn(turns, step, key, clock.now()),
      by: (model, { at }) => {
        const earlier = answered(model, key, at)
        if (earlier) return earlier.answer
        const outcome = outcomeOf(step, key, dialogOf(model, person, at), at)
        finish(model, outcome, at)
        return outcome.answer
      },
    }
    return Array.from({ length: step.times }, () => one)
  })
}
