import type { Connection, QueryFilter } from 'mongoose'
import { Schema } from 'mongoose'
import { DomainError } from '../../domain/words/errors.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Dialog, TurnStore } from '../../ports/turns.ts'
import { ANSWERS_KEPT } from '../../ports/turns.ts'
import type { Index } from './fields.ts'
import { number, perhapsText, text } from './fields.ts'
import { frozen } from './frozen.ts'
import { isDuplicate } from './refusing.ts'

interface KeptAnswer {
  readonly key: string
  readonly answer: string
  readonly keepUntil: Instant
}

/** A person's inbox: their conversation and their last answers. Written once each turn. */
export interface TalkDocument {
  readonly _id: string
  readonly version: number
  readonly state: string
  readonly expiresAt: Instant | null
  readonly answers: readonly KeptAnswer[]
  /** The server deletes it after this; never if `null`. */
  readonly end: Date | null
}

const schema = new Schema<TalkDocument>(
  {
    _id: text,
    version: number,
    state: text,
    expiresAt: perhapsText,
    answers: [new Schema<KeptAnswer>({ key: text, answer: text, keepUntil: text }, { _id: false })],
    end: { type: Date, default: null },
  },
  { versionKey: false },
)

export const TALK_INDEXES: readonly Index[] = [
  {
    keys: { 'answers.key': 1 },
    name: 'talks_by_delivery',
    unique: true,
    partialFilterExpression: { 'answers.key': { $exists: true } },
  },
  { keys: { 'answers.keepUntil': 1 }, name: 'talks_by_answers' },
  { keys: { expiresAt: 1 }, name: 'talks_by_expiry' },
  { keys: { end: 1 }, name: 'talks_end', expireAfterSeconds: 0 },
]

export type TalkModel = ReturnType<typeof talkModel>

export const talkModel = (connection: Connection) =>
  connection.model<TalkDocument>('talks', schema, 'talks')

export const personaModel = (connection: Connection) =>
  connection.model(
    'personas',
    new Schema<{ _id: string; person: string }>({ _id: text, person: text }, { versionKey: false }),
    'personas',
  )

export const NOTHING = frozen(null)

/**
 * Keeps what was answered, and where each person's conversation stands.
 * @param clock what is past its time is not returned, and the server deletes a person's inbox once
 * all of it is; without a clock, everything stays until `forgetBefore`
 */
export function turnCollection(
  talks: TalkModel,
  personas: ReturnType<typeof personaModel>,
  clock?: Clock,
): TurnStore {
  // Every instant sorts after the empty text, so without a clock nothing is past its time.
  const now = () => clock?.now() ?? ''

  /** As the server's clock will show it. Ours may differ, above all in tests. */
  function endOf(...times: readonly (Instant | null)[]): Date | null {
    const last = times
      .filter((time) => time !== null)
      .sort()
      .at(-1)
    if (!clock || last === undefined) return null
    return new Date(Date.now() + Date.parse(last) - Date.parse(clock.now()))
  }

  async function saved(work: () => Promise<{ matchedCount: number; upsertedCount: number }>) {
    try {
      const { matchedCount, upsertedCount } = await work()
      return matchedCount + upsertedCount > 0
    } catch (error) {
      // An inbox has this delivery already, or this person's has moved on.
      if (isDuplicate(error)) return false
      throw error
    }
  }

  function dialogIn(found: Partial<TalkDocument> | undefined | null): Dialog {
    const { version = 0, state = NOTHING, expiresAt = null } = found ?? {}
    const isOver = expiresAt !== null && expiresAt < now()
    return { version, state: isOver ? null : JSON.parse(state) }
  }

  return {
    async answered(key) {
      return answerIn(await answeredQuery(talks, key, now()))
    },

    async dialog(person) {
      return dialogIn(
        await talks.findOne({ _id: person }, { version: 1, state: 1, expiresAt: 1 }).lean(),
      )
    },

    async begin(key, person) {
      const found = await beginQuery(talks, key, person, now())
      return { earlier: answerIn(found), dialog: dialogIn(found) }
    },

    async finish({ key, person, answer, keepUntil, dialog }) {
      const kept: KeptAnswer = { key, answer: frozen(answer), keepUntil }
      const isNew = { answers: { $not: { $elemMatch: { key, keepUntil: { $gte: now() } } } } }
      const $push = { answers: { $each: [kept], $slice: -ANSWERS_KEPT } }
      const done = dialog
        ? await saved(() =>
            talks.updateOne(
              { _id: person, version: dialog.from, ...isNew },
              {
                $set: {
                  version: dialog.from + 1,
                  state: frozen(dialog.state),
                  expiresAt: dialog.expiresAt,
                  end: endOf(keepUntil, dialog.expiresAt),
                },
                $push,
              },
              { upsert: dialog.from === 0 },
            ),
          )
        : await saved(() =>
            talks.updateOne(
              { _id: person, ...isNew },
              {
                $setOnInsert: { version: 0, state: NOTHING, expiresAt: null },
                $max: { end: endOf(keepUntil) },
                $push,
              },
              { upsert: true },
            ),
          )
      if (!done) throw new DomainError('conflict', { what: 'turn' })
    },

    async forgetBefore(before) {
      const withPast: QueryFilter<TalkDocument> = { 'answers.keepUntil': { $lt: before } }
      const found = await talks
        .find(withPast, { 'answers.keepUntil': 1 })
        .lean<Pick<TalkDocument, 'answers'>[]>()
      const answers = found
        .flatMap((one) => one.answers)
        .filter(({ keepUntil }) => keepUntil < before).length
      await talks.updateMany(withPast, {
        $pull: { answers: { keepUntil: { $lt: before } } },
      })
      const { modifiedCount: dialogs } = await talks.updateMany(expiredQuery(before), {
        $set: { state: NOTHING, expiresAt: null },
      })
      if (answers + dialogs > 0) await talks.deleteMany({ state: NOTHING, answers: { $size: 0 } })
      return { answers, dialogs }
    },

    async persona(account) {
      return (await personas.findOne({ _id: account }).lean())?.person
    },

    async setPersona(account, person) {
      await personas.updateOne({ _id: account }, { $set: { person } }, { upsert: true })
    },
  }
}

// Exported to see which indexes they take.

export function answeredQuery(talks: TalkModel, key: string, now: Instant) {
  const inTime = { answers: { $elemMatch: { key, keepUntil: { $gte: now } } } }
  return talks
    .findOne<TalkDocument>({ 'answers.key': key })
    .select(inTime)
    .lean<Partial<Pick<TalkDocument, 'answers'>>>()
}

export const beginQuery = (talks: TalkModel, key: string, person: string, now: Instant) =>
  talks
    .findOne<TalkDocument>({ _id: person })
    .select({
      version: 1,
      state: 1,
      expiresAt: 1,
      answers: { $elemMatch: { key, keepUntil: { $gte: now } } },
    })
    .lean<Partial<TalkDocument>>()

function answerIn(found: Partial<Pick<TalkDocument, 'answers'>> | null) {
  const kept = found?.answers?.[0]
  return kept && { answer: JSON.parse(kept.answer) }
}

export const expiredQuery = (before: Instant): QueryFilter<TalkDocument> => ({
  expiresAt: { $lt: before },
})
