import type { Connection } from 'mongoose'
import type { Instant } from '../../domain/words/time.ts'
import type { CopiedPart, CopiedTalk } from '../../ports/store-copy.ts'
import type { RequireOwn } from './copied-rows.ts'
import { plainRows } from './copied-rows.ts'
import type { TalkDocument } from './turn-collection.ts'
import { NOTHING } from './turn-collection.ts'

/** Until then the server keeps what is past its time, to be compared with the source. */
const KEPT_MS = 24 * 60 * 60_000

/**
 * The server deletes a person's inbox after this. Housekeeping deletes what is past its time
 * anyway.
 */
function endOf({ dialog, answers }: CopiedTalk): Date {
  const times = [dialog?.expiresAt ?? null, ...answers.map(({ keepUntil }) => keepUntil)]
  const last = times
    .filter((time): time is Instant => time !== null)
    .map((time) => Date.parse(time))
  return new Date(Math.max(Date.now() + KEPT_MS, ...last))
}

/**
 * A delivery that came again after its first answer's time may be there twice. The later one
 * counts.
 */
const withoutEarlier = (answers: TalkDocument['answers']): CopiedTalk['answers'] =>
  answers
    .filter(({ key }, index) => answers.findLastIndex((other) => other.key === key) === index)
    .map(({ key, answer, keepUntil }) => ({ key, answer, keepUntil }))

/** Answers and dialogs, by person. */
export const copiedTalks = (
  connection: Connection,
  requireOwn: RequireOwn,
): CopiedPart<CopiedTalk> =>
  plainRows<TalkDocument, CopiedTalk>(connection, requireOwn, {
    collection: 'talks',
    rowOf: ({ _id, version, state, expiresAt, answers }) => ({
      person: _id,
      // 0 until somebody is in the middle of something for the first time.
      dialog: version === 0 ? null : { version, state, expiresAt },
      answers: withoutEarlier(answers),
    }),
    documentOf: (talk) => ({
      _id: talk.person,
      version: talk.dialog?.version ?? 0,
      state: talk.dialog?.state ?? NOTHING,
      expiresAt: talk.dialog?.expiresAt ?? null,
      answers: talk.answers,
      end: endOf(talk),
    }),
  })
