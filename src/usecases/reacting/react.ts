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
import { madeEarlier, makeRecord } from '../records/make-record.ts'

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
    history,
  }: {
    readonly id: string
    readonly state: K['state']
    readonly fresh: readonly Recorded<K['event']>[]
    /** Everything that happened, of which they are the last. */
    readonly history: readonly Recorded<K['event']>[]
  },
  onError: (error: unknown) => void,
): Promise<void> {
  for (const recorded of fresh) {
    // The store's key for a record is its reference.
    const before = history.filter(({ seq }) => seq < recorded.seq)
    const reactions = record.reactionsTo?.(recorded, state, id as RecordRef, before) ?? []
    const submissionOf = (seq: number, number: number) => `${record.kind}/${id}/${seq}/${number}`
    for (const [number, reaction] of reactions.entries()) {
      try {
        await take(deps, reaction, submissionOf(recorded.seq, number), submissionOf)
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

async function take(
  deps: ReactDeps,
  { kind, id, made, unlessMade, command }: Reaction,
  submission: string,
  submissionOf: (seq: number, number: number) => string,
) {
  if (!isKind(kind)) throw new TypeError(`a reaction on an unknown kind of record: ${kind}`)
  // The command belongs to the kind that it names.
  const given = { command: command as Of<Kind, 'command'>, submission, actor: SYSTEM }
  for (const by of unlessMade?.by ?? []) {
    const stored = await madeEarlier(deps, kind, SYSTEM, submissionOf(by, 0))
    if (stored?.state.stage === unlessMade?.at) return
  }
  if (made) {
    const stored = await madeEarlier(deps, kind, SYSTEM, submissionOf(made.by, 0))
    if (!stored || stored.state.stage !== made.at) return
    // As it stands now: what somebody does meanwhile is looked at the next time.
    await changeRecord(deps, kind, { id: stored.id, version: stored.version, ...given })
  } else if (id === undefined) await makeRecord(deps, kind, given)
  else await changeRecord(deps, kind, { id, ...given })
}
