import type { z } from 'zod'
import { changesIn } from '../../contract/all-operations.ts'
import type { ChangeBase } from '../../contract/common.ts'
import { RECORD_ROUTES } from '../../contract/records.ts'
import type { Kind, Of } from '../../domain/records.ts'
import { readRef } from '../../domain/records.ts'
import { DomainError, isRefusal } from '../../domain/words/errors.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import { changeRecord } from '../../usecases/records/change-record.ts'
import { parseRequest } from '../server/parse-request.ts'
import type { Call, Handler } from './handler.ts'

/** The reference in an address. An invalid one gets the answer of one that does not exist. */
export function refIn({ ref }: Call, kind: Kind): RecordRef {
  const read = ref === undefined ? undefined : readRef(kind, ref)
  if (!read) throw new DomainError('not-found', { what: kind })
  return read
}

interface Answers<N extends Kind> {
  /** The record as the actor sees it after the change. */
  readonly seen: (call: Call, ref: RecordRef, command: Of<N, 'command'>) => Promise<unknown>
  /** The answer after a change that took the record out of the actor's sight. */
  readonly gone: (call: Call, ref: RecordRef, command: Of<N, 'command'>) => unknown
}

/** Takes every action of a kind of record, by the operation's name. */
export function changeHandlers<N extends Kind>(
  kind: N,
  { seen, gone }: Answers<N>,
): Readonly<Record<string, Handler>> {
  const take =
    (action: string, body: z.ZodObject): Handler =>
    async (call, sent) => {
      const { deps, caller } = call
      const id = refIn(call, kind)
      const { version, submission, ...content } = parseRequest(body, sent.body) as z.output<
        typeof ChangeBase
      >
      // Every change has these two. The rest is made from the fields of the command. The workflow
      // refuses codes that are on no list, so the narrower types are true for every command that is
      // carried out.
      const command = { type: action, ...content } as unknown as Of<N, 'command'>
      await changeRecord(deps, kind, { id, command, actor: caller.actor, version, submission })
      try {
        return await seen(call, id, command)
      } catch (error) {
        if (!isRefusal(error, 'not-found')) throw error
        return gone(call, id, command)
      }
    }
  return Object.fromEntries(
    Object.entries(changesIn(kind)).map(([action, body]) => [
      `${action}${RECORD_ROUTES[kind].of}`,
      take(action, body),
    ]),
  )
}
