import { BOARD_CHANGES } from '../../contract/changes.ts'
import type { BoardDetail } from '../../contract/people.ts'
import { ROLE_LABELS } from '../../domain/board/saying.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { BoardView } from '../../domain/board/view.ts'
import { sayWhoTriages } from '../../domain/board/who-triages.ts'
import type { Allowed } from '../../domain/machinery/allowed.ts'
import { agencyTypes, labelOf } from '../../domain/taxonomies/lists.ts'
import { presentContacts } from './contacts.ts'

/** How the settings stand, as they were read. */
interface Read {
  readonly version: number
  readonly events: number
}

/** The board settings as one person sees them, with the changes they may make here. */
export const presentBoard = (
  view: BoardView,
  { version, events }: Read,
  allowed: readonly Allowed[],
  board: BoardSettings,
): BoardDetail => ({
  version,
  changes: events,
  name: view.name,
  profile: view.profile,
  contacts: presentContacts(view.contacts),
  agencies: view.agencies.map(({ id, name, type, active, supporter, staff }) => ({
    id,
    name,
    type: { code: type, label: labelOf(agencyTypes, type) },
    active,
    supporter: supporter ?? null,
    staff: staff ?? null,
    reportsGoTo: sayWhoTriages(board, id),
  })),
  appointments: view.appointments.map(({ id, role, agency, holder, deputy }) => ({
    id,
    role: { code: role, label: ROLE_LABELS[role] },
    agency,
    holder,
    deputy,
  })),
  people: view.people.map(({ id, name, jobTitle, agency, active, leftOn, awayUntil }) => ({
    id,
    name,
    jobTitle,
    agency,
    active,
    leftOn: leftOn ?? null,
    awayUntil: awayUntil ?? null,
  })),
  // Introducing oneself and entering a spreadsheet have addresses of their own.
  allowed: allowed
    .filter(({ action }) => action in BOARD_CHANGES)
    .map(({ action, missing, label }) => ({
      action,
      missing: missing.map(({ need, say }) => ({ need, say })),
      label,
    })),
})
