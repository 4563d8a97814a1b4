import type { ObservationFilter } from '../../src/domain/observation/columns.ts'
import type { ObservationScope } from '../../src/domain/observation/scope.ts'
import { ownScope, triageScope } from '../../src/domain/observation/scope.ts'
import type { AgencyId, PersonId } from '../../src/domain/words/ids.ts'
import { monthOf, monthsBetween } from '../../src/domain/words/time.ts'
import { same } from './compare.ts'
import { audited } from './looks.ts'
import { boardIn, nthOf } from './model.ts'
import type { ModelRow } from './model-lists.ts'
import { auditIn, decisionTimes, found, kindCounts, trailIn } from './model-lists.ts'
import type { Session } from './session.ts'
import { actorOf, personFor, refOf } from './session.ts'
import type { ListStep, LookStep } from './steps.ts'

/** Looks at something in the store and in the model. */
export async function look(session: Session, step: LookStep): Promise<void> {
  switch (step.do) {
    case 'list':
      return lookAtList(session, step)
    case 'nextPage':
      return lookAtNextPage(session)
    case 'trail':
      return lookAtTrail(session, step)
    case 'audit':
      return same('the audit', await audited(session.world.stores()), auditIn(session.model))
  }
}

function scopeOf(session: Session, { scope, who }: ListStep): ObservationScope {
  const board = boardIn(session.model)
  const actor = actorOf(session, personFor(session, who))
  if (scope === 'own') return ownScope(actor)
  if (scope === 'triage') return triageScope(actor, board)
  const people = (numbers: readonly number[]): readonly PersonId[] =>
    numbers.flatMap((nth) => nthOf(board.people, nth)?.id ?? [])
  return scope.map(({ agency, only, except }) => ({
    agency: agency === null ? null : agencyAt(session, agency),
    onlyReporters: only === null ? null : people(only),
    exceptReporters: people(except),
  }))
}

const agencyAt = ({ model }: Session, nth: number): AgencyId | null =>
  nthOf(boardIn(model).agencies, nth)?.id ?? null

function filterOf(session: Session, step: ListStep): ObservationFilter {
  const { stages, kinds, agencies, from, to } = step
  const months = monthsBetween(monthOf(session.began), '2027-12')
  const month = (nth: number) => months[nth] ?? '2027-12'
  return {
    scope: scopeOf(session, step),
    ...(stages && { stages }),
    ...(kinds && { kinds }),
    ...(agencies && { agencies: agencies.flatMap((nth) => agencyAt(session, nth) ?? []) }),
    ...(from !== null && { from: month(from) }),
    ...(to !== null && { to: month(to) }),
  }
}

async function lookAtList(session: Session, step: ListStep) {
  const { order, size } = step
  const filter = filterOf(session, step)
  session.story.push(`somebody lists ${size} ${order} of ${JSON.stringify(filter)}`)
  session.walk = undefined
  await lookAtPage(session, { filter, order, size })
  const { observation: observations } = session.world.stores().records
  const { from = '2026-01', to = '2027-12' } = filter
  const counts = await observations.count('kinds', from, to)
  same('how many of each kind', counts, kindCounts(session.model, from, to))
  const times = await observations.count('decisionTimes', from, to)
  same('how long decisions took', times, decisionTimes(session.model, from, to))
}

/** Goes on from where the page before ended, whatever has become of its last row. */
async function lookAtNextPage(session: Session) {
  const { walk } = session
  if (!walk) return
  session.story.push(`somebody goes on after ${walk.last.ref}`)
  session.walk = undefined
  await lookAtPage(session, walk, walk)
}

async function lookAtPage(
  session: Session,
  {
    filter,
    order,
    size,
  }: Pick<ListStep, 'order' | 'size'> & { readonly filter: ObservationFilter },
  from?: { readonly next: string; readonly last: ModelRow },
) {
  const page = { size, ...(from && { after: from.next }) }
  const { rows, total, next } = await session.world
    .stores()
    .records.observation.find(filter, order, page)
  const expected = found(session.model, filter, order)
  const following = expected.after(from?.last)
  same(
    'the page of a list',
    { rows, total },
    {
      rows: following.slice(0, size),
      total: expected.total,
    },
  )
  same('whether there is another page', next !== null, following.length > size)
  const last = following[size - 1]
  if (next !== null && last) session.walk = { filter, order, size, next, last }
}

/** All pages of it, one after another. */
async function lookAtTrail(session: Session, step: Extract<LookStep, { do: 'trail' }>) {
  const { log, record, by, from, to, size } = step
  const lines = trailIn(session.model, { log })
  const ref = record === null ? undefined : refOf(session, record)
  const at = (nth: number) => nthOf(lines, nth)?.at
  const filter = {
    log,
    ...(ref && { id: log === 'readings' ? `observation/${ref}` : ref }),
    ...(by && { by: personFor(session, by, ref) }),
    ...(from !== null && lines.length > 0 && { from: at(from) }),
    ...(to !== null && lines.length > 0 && { to: at(to) }),
  }
  session.story.push(`the auditor looks at ${JSON.stringify(filter)}, ${size} at once`)
  const { trail } = session.world.stores()
  const expected = trailIn(session.model, filter)
  let seen = 0
  for (let after: string | null | undefined; after !== null; ) {
    const page = await trail.lines(filter, { size, ...(after && { after }) })
    same(
      'a page of the trail',
      { rows: page.rows, total: page.total },
      {
        rows: expected.slice(seen, seen + size),
        total: expected.length,
      },
    )
    seen += page.rows.length
    after = page.next
  }
  same('how much of the trail was seen', seen, expected.length)
}
