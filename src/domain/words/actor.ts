import type { AgencyId, PersonId } from './ids.ts'

/** Standing roles. `staff` is everyone and is never appointed. */
export const STANDING_ROLES = [
  'senior',
  'agencyLead',
  'businessManager',
  'chair',
  'board',
  'legal',
  'custodian',
  'auditor',
] as const
export type StandingRole = (typeof STANDING_ROLES)[number]

/** Roles that are held for one agency; the others are held for the board as a whole. */
export const AGENCY_ROLES: readonly StandingRole[] = ['senior', 'agencyLead']

/** One standing role a person holds now, themselves or as deputy. */
export interface HeldRole {
  readonly role: StandingRole
  /** The agency for `senior` and `agencyLead`, `null` for roles of the board. */
  readonly agency: AgencyId | null
  readonly as: 'holder' | 'deputy'
}

/** Who is doing something. Always worked out from the directory, never taken from a client. */
export interface Actor {
  readonly person: PersonId
  /** `null` until the person or the board office has said where they work. */
  readonly agency: AgencyId | null
  readonly roles: readonly HeldRole[]
}

export const holds = (actor: Actor, role: StandingRole, agency?: AgencyId): boolean =>
  actor.roles.some((held) => held.role === role && (agency === undefined || held.agency === agency))

/** The product itself, where no person acts: the first start, the seed. */
export const SYSTEM: Actor = { person: 'system' as PersonId, agency: null, roles: [] }
