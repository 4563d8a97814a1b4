import type { HeldRole, StandingRole } from '../words/actor.ts'
import { agencyOf } from './directory.ts'
import type { BoardSettings } from './types.ts'

/** The standing roles as people say them. */
export const ROLE_LABELS: Readonly<Record<StandingRole, string>> = {
  senior: 'Senior',
  agencyLead: 'Agency lead',
  businessManager: 'Business manager',
  chair: 'Chair',
  board: 'Board member',
  legal: 'Legal adviser',
  custodian: 'Custodian',
  auditor: 'Auditor',
}

/** "Senior for Health visiting (deputy)" */
export function sayHeldRole(board: BoardSettings, { role, agency, as }: HeldRole): string {
  const where = agency === null ? '' : ` for ${agencyOf(board, agency)?.name ?? 'an agency'}`
  return `${ROLE_LABELS[role]}${where}${as === 'deputy' ? ' (deputy)' : ''}`
}
