import { perform } from '../../domain/machinery/perform.ts'
import type { Kind, Of, TypesByKind } from '../../domain/records.ts'
import { RECORDS, refOf } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { DomainError, isRefusal } from '../../domain/words/errors.ts'
import { seriesOf } from '../../domain/words/ids.ts'
import { yearOf } from '../../domain/words/time.ts'
import type { ListedStore, Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import type { RecordDeps } from './change-record.ts'
import { contextNow } from './context-now.ts'
import { handleCommand } from './handle-command.ts'

export interface Making<Command> {
  readonly command: Command
  /** Made once for each record. Sending it twice makes one (I7). */
  readonly submission: string
  readonly actor: Actor
}

/**
 * Makes a record and gives it a reference.
 * @returns the stored record, which is safe on disk then
 * @throws DomainError `incomplete` with everything that is missing, at once
 */
export async function makeRecord<N extends Kind>(
  deps: RecordDeps & Pick<Deps, 'references'>,
  name: N,
  { command, submission, actor }: Making<Of<N, 'command'>>,
): Promise<Stored<Of<N, 'state'>>> {
  const kind = RECORDS[name]
  const earlier = await madeEarlier(deps, name, actor, submission)
  if (earlier) return earlier
  const context = await contextNow(deps)
  // Check first, so that a refusal uses up no reference.
  perform<TypesByKind[N]>(kind, undefined, command, actor, context)
  const year = yearOf(context.now)
  const number = await deps.references.next(seriesOf(name, year))
  const id = refOf(name, year, number)
  const key = keyOf(actor, submission)
  try {
    return await handleCommand<TypesByKind[N]>(
      kind,
      deps.records[name],
      { id, command, actor, submission: key, isNew: true },
      // Use the context that chose the reference, so that both fall in the same year at midnight on
      // 31 December.
      () => Promise.resolve(context),
    )
  } catch (error) {
    // Two deliveries of the same submission at the same moment: one of them made it.
    const made = isRefusal(error, 'conflict')
      ? await madeEarlier(deps, name, actor, submission)
      : undefined
    if (made) return made
    throw error
  }
}

// The key holds the actor, so nobody can claim somebody else's record by its submission id.
const keyOf = (actor: Actor, submission: string) => `${actor.person}:${submission}`

/** The record the actor made with this submission, if they did. */
export async function madeEarlier<N extends Kind>(
  { records }: Pick<Deps, 'records'>,
  name: N,
  actor: Actor,
  submission: string,
): Promise<Stored<Of<N, 'state'>> | undefined> {
  const store: Pick<ListedStore<Of<N, 'state'>, never, never>, 'madeBy' | 'load'> = records[name]
  const ref = await store.madeBy(keyOf(actor, submission))
  if (ref === undefined) return undefined
  const stored = await store.load(ref)
  if (!stored) throw new DomainError('not-found', { what: name })
  return stored
}
