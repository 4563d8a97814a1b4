import { agencyOf, appointmentOf, personOf } from '../directory.ts'
import type { BoardContext, BoardSettings } from '../types.ts'

/** What somebody can be to the board settings. */
export type BoardParty =
  | 'system'
  /** Anybody the board has entered. */
  | 'staff'
  /** Somebody from an allowed tenant without an entry. */
  | 'newcomer'
  | 'businessManager'
  | 'chair'

/** What an action needs beyond its fields: rules that look at several things at once. */
export type BoardNeed =
  | 'boardName'
  | 'contacts'
  | 'ownId'
  | 'newAgency'
  | 'freeName'
  | 'notTheOffice'
  | 'account'
  | 'introduction'
  | 'workplace'
  | 'successor'
  | 'appointmentFits'
  | 'noConflict'
  | 'keepsBusinessManager'
  | 'lines'

/** Names and contacts stand on cards and in lists, so they are short. */
export const NAME_LIMIT = 200

export const byOffice = { from: ['open'], to: null, by: ['businessManager'], gates: [] } as const

/** What the form is opened for, if it is one of these. */
export const theAgency = (board: BoardSettings, { of }: BoardContext) =>
  agencyOf(board, of as never) // an id of any kind: what is not found is another kind's
export const thePerson = (board: BoardSettings, { of }: BoardContext) =>
  personOf(board, of as never) // the same
export const theAppointment = (board: BoardSettings, { of }: BoardContext) =>
  appointmentOf(board, of as never) // the same

/** An optional id, so that a file can name the entry later; made when left empty. */
export const ownId = {
  is: 'text',
  label: 'Id',
  called: 'The id',
  ask: 'Give an id of at most 60 characters, or leave it out.',
  short: true,
  atMost: 60,
  optional: true,
  given: true,
} as const

/** Everybody with an entry who has not left, by name. */
export const everybody = (board: BoardSettings) =>
  board.people
    .filter(({ active }) => active)
    .map(({ id, name, jobTitle }) => ({ id, name: jobTitle ? `${name}, ${jobTitle}` : name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))

export const openAgencies = ({ agencies }: BoardSettings) =>
  agencies.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))
