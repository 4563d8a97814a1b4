import { DomainError, isRefusal } from '../../src/domain/words/errors.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { TurnStore } from '../../src/ports/turns.ts'
import type { Ask } from './ask.ts'
import { sameIn } from './ask.ts'
import type { Session } from './session.ts'
import { later } from './session.ts'
import type { StepOf } from './steps.ts'

type TurnStep = StepOf<'turn'>

/** As the bot takes a delivery of the channel: see `answerTurn`, which this leaves the talking out of. */
async function takeTurn(turns: TurnStore, step: TurnStep, key: string, now: Instant) {
  const person = `person-${step.person}`
  for (let attempt = 1; ; attempt += 1) {
    const { earlier: own, dialog } = await turns.begin(key, person)
    const earlier = own ?? (attempt === 1 ? undefined : await turns.answered(key))
    if (earlier) return earlier.answer
    const from = step.dialog === 'stale' ? dialog.version + 1 : dialog.version
    const answer = { to: key, at: now, said: ['$thank you', null, dialog.state] }
    const next =
      step.dialog === 'ends'
        ? { from, state: null, expiresAt: null }
        : { from, state: { step: key }, expiresAt: later(now, 14 * 24 * 60) }
    try {
      const left = { dialog: step.dialog === 'none' ? null : next, keepUntil: later(now, 60) }
      await turns.finish({ key, person, answer, ...left })
      return answer
    } catch (error) {
      if (!isRefusal(error, 'conflict')) throw error
      // Which of the two it was that had moved on, no store promises to say.
      if (step.dialog === 'stale' || attempt === 5)
        throw new DomainError('conflict', { what: 'turn' })
    }
  }
}

/** Deliveries one after another, each so often at the same moment. */
export function turnAsks(session: Session, step: TurnStep): readonly (readonly Ask[])[] {
  const { turns, clock } = session
  const hour = clock.now().slice(0, 13)
  return Array.from({ length: step.count }, (_, index) => {
    // The channel repeats a delivery for minutes, never one whose answer is past its time.
    const key = `tenant/chat-${step.person}/activity-${hour}-${step.key + index}`
    turns.set(key, `person-${step.person}`)
    const one: Ask = {
      action: 'turn',
      says: `person-${step.person} turns to the bot with ${key} (dialog: ${step.dialog})`,
      faults: index === 0 ? step.faults : [],
      of: (deps) => takeTurn(deps.turns, step, key, deps.clock.now()),
    }
    return Array.from({ length: step.times }, () => one)
  })
}

export const forgetAsk = (): Ask => ({
  action: 'forget',
  says: 'what is past its time is deleted',
  faults: [],
  of: ({ turns, clock }) => turns.forgetBefore(clock.now()),
})

export async function sameTurns(session: Session): Promise<void> {
  for (const [key, person] of session.turns) {
    await sameIn(session, `what ${key} was answered`, ({ turns }) => turns.answered(key))
    // A person with nothing left may begin again at version 0, or go on from where they were.
    await sameIn(session, `how a turn with ${key} begins`, async ({ turns }) => {
      const { earlier, dialog } = await turns.begin(key, person)
      return { earlier, state: dialog.state }
    })
  }
}
