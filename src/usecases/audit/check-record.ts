import type { Actor } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import type { Deps } from '../deps.ts'
import { auditOne, knownOfBoard } from './audit-all.ts'
import type { AuditedRecord } from './audited-record.ts'
import { readingsOf, recordNamed } from './audited-record.ts'
import type { Finding, WhyInRecord } from './finding.ts'
import { keptFromAuditor } from './kept-from-auditor.ts'
import { requireAuditor } from './list-trail.ts'

type CheckDeps = Pick<Deps, 'keeping' | 'digest' | 'board' | 'records'>

/** How one chain stands now. */
export interface CheckedChain {
  readonly events: number
  /** The first thing that is not as it was kept; `null` when all is whole. */
  readonly broken: Finding<WhyInRecord> | null
}

export interface CheckedRecord {
  readonly record: AuditedRecord
  readonly changes: CheckedChain
  /** `null` while nobody has read it. */
  readonly readings: CheckedChain | null
}

/**
 * Verifies the chain of one record, and of who read it, for the auditor.
 * @param said a record by its name; see `recordNamed`
 * @throws DomainError `not-your-role` for anybody else, `not-found` when there is no such record
 */
export async function checkRecord(
  deps: CheckDeps,
  said: string,
  actor: Actor,
): Promise<CheckedRecord> {
  requireAuditor(actor)
  const record = recordNamed(said)
  const isKept = (await keptFromAuditor(deps, actor)).some(({ id }) => id === record.id)
  const changes = isKept ? null : await checked(deps, record.kind, record.id)
  if (!changes) throw new DomainError('not-found', { what: record.kind })
  return { record, changes, readings: await checked(deps, 'access', readingsOf(record)) }
}

async function checked(
  { keeping, digest }: CheckDeps,
  kind: ChainedKind,
  id: string,
): Promise<CheckedChain | null> {
  const row = await keeping.row(kind, id)
  if (!row) return null
  const { kept, found } = await auditOne(keeping, digest, row, await knownOfBoard(keeping))
  return { events: kept.log.length, broken: found[0] ?? null }
}
