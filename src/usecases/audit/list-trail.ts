import type { Actor } from '../../domain/shared/actor.ts'
import { holds } from '../../domain/shared/actor.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import type { TrailFilter, TrailLine } from '../../ports/trail.ts'
import type { Deps } from '../deps.ts'
import { noteReading } from './note-reading.ts'

type TrailDeps = Pick<Deps, 'trail' | 'access' | 'clock' | 'newId'>

/** Who may look at what was done and read: nothing of what was in it comes with that. */
export const seesTrail = (actor: Actor): boolean => holds(actor, 'auditor')

export function requireAuditor(actor: Actor): void {
  if (!seesTrail(actor))
    throw new DomainError('not-your-role', { action: 'readTrail', needs: ['auditor'] })
}

/**
 * What changed, or what was read, for the auditor. That they looked is noted as well (I2).
 * @throws DomainError `not-your-role` for anybody else
 */
export async function listTrail(
  deps: TrailDeps,
  filter: TrailFilter,
  page: PageRequest,
  actor: Actor,
): Promise<Page<TrailLine>> {
  requireAuditor(actor)
  await noteReading(deps, { kind: 'audit', id: filter.log, by: actor.person, door: 'tab' })
  return deps.trail.lines(filter, page)
}
