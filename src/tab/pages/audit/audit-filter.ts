import { TrailLog, TrailQuery } from '../../../contract/audit.ts'

/** Which lines are shown. Kept in the address, so that a link brings it back. */
export interface AuditFilter {
  readonly log: TrailLog
  readonly record: string
  readonly person: string
  readonly from: string
  readonly to: string
}

const AT_ONCE = 50

const { record, person, from, to } = TrailQuery.shape
const FIELDS = { record, person, from, to }

/** Leaves out values in an address that cannot be asked for. */
const field = (query: URLSearchParams, name: keyof typeof FIELDS): string =>
  FIELDS[name].catch(undefined).parse(query.get(name)?.trim() || undefined) ?? ''

const filledIn = (filter: AuditFilter) => Object.entries(filter).filter(([, value]) => value !== '')

export const auditFilter = {
  read: (query: URLSearchParams): AuditFilter => ({
    log: TrailLog.catch('changes').parse(query.get('log')),
    record: field(query, 'record'),
    person: field(query, 'person'),
    from: field(query, 'from'),
    to: field(query, 'to'),
  }),

  write: (filter: AuditFilter): URLSearchParams =>
    new URLSearchParams(
      filledIn(filter).filter(([name, value]) => !(name === 'log' && value === 'changes')),
    ),

  asked: (filter: AuditFilter): Partial<TrailQuery> => ({
    ...Object.fromEntries(filledIn(filter)),
    size: AT_ONCE,
  }),
}
