import { keptScope } from '../../domain/observation/scope.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import type { AuditedRecord } from './audited-record.ts'

const AT_ONCE = 100

/** The records that were sent past an auditor: another auditor reads the lines about them. */
export async function keptFromAuditor(
  deps: Pick<Deps, 'board' | 'records'>,
  actor: Actor,
): Promise<readonly AuditedRecord[]> {
  const scope = keptScope(actor, await currentBoard(deps))
  const kept: AuditedRecord[] = []
  let after: string | undefined
  while (scope.length > 0) {
    const page = await deps.records.observation.find({ scope }, 'newestFirst', {
      size: AT_ONCE,
      ...(after === undefined ? {} : { after }),
    })
    kept.push(...page.rows.map(({ ref }) => ({ kind: 'observation' as const, id: ref })))
    if (page.next === null) break
    after = page.next
  }
  return kept
}
