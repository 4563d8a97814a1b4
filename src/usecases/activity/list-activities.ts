import type { ActivityFilter, ActivityRow } from '../../domain/activity/columns.ts'
import { activityScope } from '../../domain/activity/columns.ts'
import type { Allowed } from '../../domain/machinery/allowed.ts'
import { makingFor } from '../../domain/machinery/allowed.ts'
import { RECORDS } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import type { RecordDeps } from '../records/change-record.ts'
import { contextNow } from '../records/context-now.ts'

/** A page of learning activities the actor may see, and what they may record or plan. */
export async function listActivities(
  deps: RecordDeps,
  filter: Omit<ActivityFilter, 'scope'>,
  page: PageRequest,
  actor: Actor,
): Promise<Page<ActivityRow> & { readonly makes: readonly Allowed[] }> {
  const context = await contextNow(deps)
  const scope = activityScope(actor, context.board)
  const found = await deps.records.activity.find({ ...filter, scope }, 'latestFirst', page)
  return { ...found, makes: makingFor(RECORDS.activity, actor, context) }
}
