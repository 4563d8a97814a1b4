import { sha256 } from '../adapters/shared/digest.ts'
import type { Keeping } from '../ports/keeping.ts'
import { auditAll } from '../usecases/audit/audit-all.ts'
import { writeHeads } from '../usecases/audit/heads.ts'
import { sayFindings, sayLookedAt } from '../usecases/audit/say-audit.ts'

/** Audits a copy of a store, in words for the person who made it. */
export async function lookThrough(keeping: Keeping) {
  const audit = await auditAll({ keeping }, sha256)
  return {
    wrong: sayFindings(audit.findings),
    lookedAt: sayLookedAt(audit),
    digest: sha256(writeHeads(audit.heads)),
  }
}

export const WHAT_TO_DO =
  'Keep the store as it is, and compare it with its backups: they have what stood there before.'
