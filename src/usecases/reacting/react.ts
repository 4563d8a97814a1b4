import type { Recorded } from '../../domain/machinery/record-kind.ts'
import type { Kind, Of } from '../../domain/records.ts'
import { isKind } from '../../domain/records.ts'
import type { Reaction, Registered, RegisteredTypes } from '../../domain/registered.ts'
import { SYSTEM } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Deps } from '../deps.ts'
import type { RecordDeps } from '../records/change-record.ts'
import { changeRecord } from '../records/change-record.ts'
import { makeRecord } from '../records/make-record.ts'

type ReactDeps = RecordDeps & Pick<Deps, 'references'>

/**
 * Takes the commands on other records that follow from new events. Each is sent under its event's
 * own submission: doing this twice, after a crash or by two instances, does it once. A refusal is a
 * defect; it keeps no messages back.
 * @param onError gets what was refused
 */
export async function react<K extends RegisteredTypes>(
  deps: ReactDeps,
  record: Registered<K>,
  {
    id,
    state,
    fresh,
  }: {
    readonly id: string
    readonly state: K['state']
    readonly fresh: readonly Recorded<K['event']>[]
  },
  onError: (error: unknown) => void,
): Promise<void> {
  for (const recorded of fresh) {
    // The store's key of a record is its reference.
    const reactions = record.reactionsTo?.(recorded, state, id as RecordRef) ?? []
    for (const [number, reaction] of reactions.entries()) {
      try {
        await take(deps, reaction, `${record.kind}/${id}/${recorded.seq}/${number}`)
      } catch (error) {
        const isFinal = error instanceof DomainError && !AGAIN.includes(error.code)
        if (!isFinal) throw error
        onError(error)
      }
    }
  }
}

/** Refusals that may pass later. */
const AGAIN: readonly string[] = ['unavailable', 'conflict']

async function take(deps: ReactDeps, { kind, id, command }: Reaction, submission: string) {
  if (!isKind(kind)) throw new TypeError(`a reaction on an unknown kind of record: ${kind}`)
  // The command belongs to the kind that it names.
  const given = { command: command as Of<Kind, 'command'>, submission, actor: SYSTEM }
  if (id === undefined) await makeRecord(deps, kind, given)
  else await changeRecord(deps, kind, { id, ...given })
}
