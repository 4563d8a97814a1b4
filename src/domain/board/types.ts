import type { CommandsOf } from '../machinery/fields/kinds.ts'
import type { StatutoryProfileCode } from '../taxonomies/types.ts'
import type { StandingRole } from '../words/actor.ts'
import type { AgencyId, AppointmentId, PersonId } from '../words/ids.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import type { BOARD_MOVES } from './workflow.ts'

/** The one record that says who is who: directory, duties, contacts and profile. */
export const BOARD_ID = 'board'

export interface Agency {
  readonly id: AgencyId
  readonly name: string
  /** Code in the list `agencyTypes`. */
  readonly type: string
  /** False once it is retired: nobody new joins it and nothing new goes there. */
  readonly active: boolean
  /** Who supports people there who have spoken up, and how to reach that person. */
  readonly supporter?: string
  /** Roughly how many there work with children. */
  readonly staff?: number
}

export interface Person {
  readonly id: PersonId
  /** Microsoft Entra tenant and object id: the only thing that identifies a person. */
  readonly tenantId: string
  readonly objectId: string
  readonly name: string
  readonly jobTitle: string
  readonly agency: AgencyId
  /** False once they have left: no duty of theirs counts from then on. */
  readonly active: boolean
  readonly leftOn?: PlainDate
  /** The last day on which others ask their deputy instead. */
  readonly awayUntil?: PlainDate
}

/** A person as the board's list holds them. */
export interface ListedPerson extends Person {
  /** Agencies they worked or triaged for before; the rest of the list no longer shows them. */
  readonly formerly?: readonly AgencyId[]
}

export interface Appointment {
  readonly id: AppointmentId
  readonly role: StandingRole
  /** Set for `senior` and `agencyLead`, `null` for roles of the board. */
  readonly agency: AgencyId | null
  readonly holder: PersonId
  readonly deputy: PersonId | null
}

/** What people are told to do and whom to ask; every line is shown to everyone. */
export interface Contacts {
  /** Where a worry about a child goes: "Children's social care front door, 01632 960100". */
  readonly referral: string
  /** The same while the offices are closed, when another team answers. */
  readonly referralOutOfHours: string
  /** Who answers questions about this product and about a reference. */
  readonly office: string
  /** Where somebody who has spoken up finds support. */
  readonly support: string
  /** Who advises somebody who thinks of whistleblowing. */
  readonly whistleblowing: string
}

export interface BoardSettings {
  readonly stage: 'open'
  readonly name: string
  readonly profile: StatutoryProfileCode
  readonly contacts: Contacts
  readonly agencies: readonly Agency[]
  readonly people: readonly ListedPerson[]
  readonly appointments: readonly Appointment[]
}

/** What deciding about the board settings takes besides the settings. */
export interface BoardContext {
  readonly now: Instant
  /** The agency, person or appointment that a form is opened for. */
  readonly of?: string
}

/** Rows describe all commands but opening, introducing oneself and entering a spreadsheet. */
export type BoardCommand =
  | {
      readonly type: 'open'
      readonly name: string
      readonly contacts: Contacts
      readonly office: Omit<Agency, 'active'>
      /** The first business manager, who enters everybody else. */
      readonly businessManager: Omit<Person, 'active' | 'agency'>
      readonly appointment: AppointmentId
    }
  /** A person without an entry says where they work. */
  | { readonly type: 'introduceMyself'; readonly person: Omit<Person, 'active'> }
  | { readonly type: 'enterMany'; readonly changes: readonly DirectoryChange[] }
  | CommandsOf<typeof BOARD_MOVES>

/** What a line of a spreadsheet can ask for. */
export type DirectoryChange = Extract<
  CommandsOf<typeof BOARD_MOVES>,
  { readonly type: 'addAgency' | 'changeAgency' | 'addPerson' | 'changePerson' }
>

export type BoardAction = BoardCommand['type']

export type BoardEvent =
  | {
      readonly type: 'BoardOpened'
      readonly name: string
      readonly contacts: Contacts
      readonly profile: StatutoryProfileCode
    }
  | { readonly type: 'AgencyAdded'; readonly agency: Agency }
  | { readonly type: 'AgencyChanged'; readonly agency: Agency }
  | { readonly type: 'PersonAdded'; readonly person: Person }
  | { readonly type: 'PersonIntroducedThemselves'; readonly person: Person }
  /** Earlier versions also used it for somebody who left: then `active` is false. */
  | { readonly type: 'PersonChanged'; readonly person: Person }
  | { readonly type: 'PersonLeft'; readonly person: PersonId; readonly on: PlainDate }
  | { readonly type: 'PersonBroughtBack'; readonly person: PersonId }
  | { readonly type: 'AwaySet'; readonly person: PersonId; readonly until: PlainDate | null }
  | { readonly type: 'PersonAppointed'; readonly appointment: Appointment }
  | {
      readonly type: 'AppointmentHandedOver'
      readonly appointment: AppointmentId
      readonly holder: PersonId
      readonly deputy: PersonId | null
    }
  | {
      readonly type: 'DeputyChanged'
      readonly appointment: AppointmentId
      readonly deputy: PersonId | null
    }
  | { readonly type: 'AppointmentEnded'; readonly appointment: AppointmentId }
  | { readonly type: 'ContactsSet'; readonly contacts: Contacts }
  | {
      readonly type: 'ProfileChosen'
      readonly from: StatutoryProfileCode
      readonly to: StatutoryProfileCode
      readonly reason: string
    }
