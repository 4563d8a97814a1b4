import type { Actor } from '../../domain/shared/actor.ts'
import type { Break } from '../../domain/shared/chain.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import type { Deps } from '../deps.ts'
import { auditOne } from './audit-all.ts'
import { requireAuditor } from './list-trail.ts'

/** How a record's chain stands now. */
export interface CheckedRecord {
  readonly events: number
  readonly broken: Break | null
}

/**
 * Verifies the chain of one record, or of who read it, for the auditor.
 * @throws DomainError `not-your-role` for anybody else, `not-found` when there is no such chain
 */
export async function checkRecord(
  deps: Pick<Deps, 'trail' | 'board' | 'observations' | 'digest'>,
  kind: ChainedKind,
  id: string,
  actor: Actor,
): Promise<CheckedRecord> {
  requireAuditor(actor)
  const chain = await deps.trail.chain(kind, id)
  if (!chain) throw new DomainError('not-found', { what: kind })
  const { links, broken } = await auditOne(deps, deps.digest, chain, kind)
  return { events: links, broken }
}
