import { BOARD_CHANGES, type BoardDetail } from '../contract/people.ts'
import type { BoardView } from '../domain/board/board.ts'
import type { Allowed } from '../domain/machinery/allowed.ts'
import { presentAllowed } from './present-allowed.ts'
import { presentContacts } from './present-contacts.ts'

/** The board settings as one person sees them, with the changes they may make here. */
export const presentBoard = (
  view: BoardView,
  version: number,
  allowed: readonly Allowed[],
): BoardDetail => ({
  version,
  name: view.name,
  profile: view.profile,
  contacts: presentContacts(view.contacts),
  agencies: view.agencies.map(({ id, name, type, active }) => ({ id, name, type, active })),
  appointments: view.appointments.map(({ id, role, agency, holder, deputy }) => ({
    id,
    role,
    agency,
    holder,
    deputy,
  })),
  people: view.people.map(({ id, name, jobTitle, agency, active }) => ({
    id,
    name,
    jobTitle,
    agency,
    active,
  })),
  // Introducing oneself has an address of its own.
  allowed: presentAllowed(allowed.filter(({ action }) => action in BOARD_CHANGES)),
})
