import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { PlainDate } from '../../domain/words/time.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import type { TrailFilter, TrailLine, TrailLog } from '../../ports/trail.ts'
import type { Deps } from '../deps.ts'
import type { AuditedRecord } from './audited-record.ts'
import { readingsOf, recordNamed } from './audited-record.ts'
import { endOfDay, startOfDay } from './day-bounds.ts'
import { keptFromAuditor } from './kept-from-auditor.ts'
import { noteReading } from './note-reading.ts'

type TrailDeps = Pick<
  Deps,
  'trail' | 'keeping' | 'access' | 'clock' | 'newId' | 'board' | 'records'
>

/** What an auditor asks for. */
export interface TrailRequest {
  readonly log: TrailLog
  /** A record by its name; see `recordNamed`. */
  readonly record?: string | undefined
  readonly by?: PersonId | undefined
  /** Days on the clocks of England and Wales, both included. */
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
}

/** Who may look at what was done and read. That shows nothing of the content. */
export const seesTrail = (actor: Actor): boolean => holds(actor, 'auditor')

export function requireAuditor(actor: Actor): void {
  if (!seesTrail(actor))
    throw new DomainError('not-your-role', { action: 'readTrail', needs: ['auditor'] })
}

/**
 * What changed, or what was read, for the auditor. Leaves out what was sent past them. Their
 * looking is noted as well (I2).
 * @throws DomainError `not-your-role` for anybody else, `not-found` for a record that does not
 * exist, `incomplete` when the last day comes before the first
 */
export async function listTrail(
  deps: TrailDeps,
  request: TrailRequest,
  page: PageRequest,
  actor: Actor,
): Promise<Page<TrailLine>> {
  requireAuditor(actor)
  const { log } = request
  const record = request.record === undefined ? undefined : recordNamed(request.record)
  const kept = await keptFromAuditor(deps, actor)
  if (record && kept.some(({ id }) => id === record.id))
    throw new DomainError('not-found', { what: record.kind })
  const filter = filterOf(request, record, kept)
  await noteReading(deps, { kind: 'audit', id: log, by: actor.person, door: 'tab' })
  const found = await deps.trail.lines(filter, page)
  // Lines of a record that is gone are shown: the auditor has to see that it is gone.
  if (record && found.total === 0 && !(await deps.keeping.row(record.kind, record.id)))
    throw new DomainError('not-found', { what: record.kind })
  return found
}

function filterOf(
  { log, by, from, to }: TrailRequest,
  record: AuditedRecord | undefined,
  kept: readonly AuditedRecord[],
): TrailFilter {
  if (from !== undefined && to !== undefined && to < from)
    throw new DomainError('incomplete', {
      missing: [{ need: 'to', say: 'The last day comes before the first. Choose a later one.' }],
    })
  return {
    log,
    ...(record === undefined && {
      without: kept.map((one) => (log === 'readings' ? readingsOf(one) : one.id)),
    }),
    ...(record && { id: log === 'readings' ? readingsOf(record) : record.id }),
    ...(by !== undefined && { by }),
    ...(from !== undefined && { from: startOfDay(from) }),
    ...(to !== undefined && { to: endOfDay(to) }),
  }
}
