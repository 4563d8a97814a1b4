import { DomainError } from '../../src/domain/words/errors.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { Dialog, TurnOutcome } from '../../src/ports/turns.ts'
import { ANSWERS_KEPT } from '../../src/ports/turns.ts'
import type { Model } from './model.ts'

const NOTHING = { version: 0, state: null, expiresAt: null }

const isOver = (instant: Instant | null, now: Instant) => instant !== null && instant < now

export function answered({ answers }: Model, key: string, now: Instant) {
  const kept = answers.get(key)
  return kept && !isOver(kept.keepUntil, now) ? { answer: kept.answer } : undefined
}

export function dialogOf({ dialogs }: Model, person: string, now: Instant): Dialog {
  const { version, state, expiresAt } = dialogs.get(person) ?? NOTHING
  return { version, state: isOver(expiresAt, now) ? null : state }
}

/** An answer and where the conversation stands, both or none. */
export function finish(
  model: Model,
  { key, person, answer, keepUntil, dialog }: TurnOutcome,
  now: Instant,
): void {
  const stands = model.dialogs.get(person) ?? NOTHING
  if (answered(model, key, now) || (dialog && dialog.from !== stands.version))
    throw new DomainError('conflict', { what: 'turn' })
  model.answers.delete(key) // its time is over, so this is a new one, the latest of all
  model.answers.set(key, { person, answer, keepUntil })
  const theirs = [...model.answers].filter(([, kept]) => kept.person === person)
  for (const [old] of theirs.slice(0, -ANSWERS_KEPT)) model.answers.delete(old)
  if (dialog) {
    const { state, expiresAt } = dialog
    model.dialogs.set(person, { version: stands.version + 1, state, expiresAt })
  }
}

/** Of dialogs only what was in them is forgotten: how far the version has come, a store may keep. */
export function forgetBefore(model: Model, now: Instant) {
  const answers = [...model.answers].filter(([, { keepUntil }]) => isOver(keepUntil, now))
  for (const [key] of answers) model.answers.delete(key)
  const dialogs = [...model.dialogs].filter(([, { expiresAt }]) => isOver(expiresAt, now))
  for (const [person, { version }] of dialogs) model.dialogs.set(person, { ...NOTHING, version })
  return { answers: answers.length, dialogs: dialogs.length }
}
