import type { Duty, StandingRole } from '../shared/actor.ts'
import { agencyOf } from './directory.ts'
import type { BoardEvent, BoardSettings } from './types.ts'

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
export function sayDuty(board: BoardSettings, { role, agency, as }: Duty): string {
  const where = agency === null ? '' : ` for ${agencyOf(board, agency)?.name ?? 'an agency'}`
  return `${ROLE_LABELS[role]}${where}${as === 'deputy' ? ' (deputy)' : ''}`
}

/** What each event of the board settings is, in a few words without what is in it: for the auditor. */
export const BOARD_EVENT_LABELS: Readonly<Record<BoardEvent['type'], string>> = {
  BoardOpened: 'Board set up',
  AgencyAdded: 'Agency added',
  AgencyChanged: 'Agency changed',
  PersonAdded: 'Person entered',
  PersonIntroducedThemselves: 'Somebody new said where they work',
  PersonChanged: 'Entry of a person changed',
  PersonAppointed: 'Duty given to a person',
  DeputyChanged: 'Deputy of a duty changed',
  AppointmentEnded: 'Duty ended',
  ContactsSet: 'Contacts set',
  ProfileChosen: 'Statutory profile chosen',
}
