import type { Kind } from '../../domain/records.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import type { AuditedRecord } from './audited-record.ts'

const AT_ONCE = 100

type Find = (page: PageRequest) => Promise<Page<{ readonly ref: RecordRef }>>

async function allOf(kind: Kind, find: Find): Promise<readonly AuditedRecord[]> {
  const kept: AuditedRecord[] = []
  let after: string | undefined
  for (;;) {
    const page = await find({ size: AT_ONCE, ...(after === undefined ? {} : { after }) })
    kept.push(...page.rows.map(({ ref }) => ({ kind, id: ref })))
    if (page.next === null) return kept
    after = page.next
  }
}

/**
 * The records that were sent past an auditor or are about their own report, and what follows from
 * them. Another auditor reads the lines about them.
 */
export async function keptFromAuditor(
  deps: Pick<Deps, 'board' | 'records'>,
  actor: Actor,
): Promise<readonly AuditedRecord[]> {
  const board = await currentBoard(deps)
  const kept = await Promise.all(
    KINDS.map(async (kind) => {
      const list = anyRecord(kind).keptList(actor, board)
      const { find } = deps.records[kind]
      // The list of a kind is asked of its own store.
      return allOf(kind, (page) => find(list.filter as never, list.order as never, page))
    }),
  )
  return kept.flat()
}
