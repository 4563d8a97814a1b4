import { isKnown } from '../../domain/machinery/known.ts'
import { perform } from '../../domain/machinery/perform.ts'
import type { Kind, Of, TypesByKind } from '../../domain/records.ts'
import { RECORDS } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { RecordDeps } from './change-record.ts'
import { contextNow } from './context-now.ts'

/**
 * Says whether an action would be taken, without taking it: for a preview.
 * @throws DomainError as taking it would, except about the version
 */
export async function checkChange<N extends Kind>(
  deps: RecordDeps,
  name: N,
  ref: string,
  command: Of<N, 'command'>,
  actor: Actor,
): Promise<void> {
  const kind = RECORDS[name]
  const context = await contextNow(deps)
  const stored = await deps.records[name].load(ref)
  if (!stored || !isKnown<TypesByKind[N]>(kind, stored.state, actor, context))
    throw new DomainError('not-found', { what: name })
  perform<TypesByKind[N]>(kind, stored.state, command, actor, context)
}
