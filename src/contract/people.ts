import { z } from 'zod'
import { AllowedAction, Code, Id, Labelled, Named, Text } from './common.ts'
import { ObservationRow } from './observations.ts'

const Contacts = z.strictObject({
  referral: Text.describe('Where a worry about a child goes in office hours'),
  referralOutOfHours: Text.describe('The same while the offices are closed'),
  office: Text,
  support: Text,
  whistleblowing: Text.describe('Who advises somebody who thinks of whistleblowing'),
})
export type Contacts = z.infer<typeof Contacts>

export const Duty = z.object({
  role: Code,
  label: z.string(),
  agency: Named.nullable(),
  as: z.enum(['holder', 'deputy']),
})

/** The parts of the page "Set-up", in their order there. */
export const SetupPart = z.enum(['audit', 'messages'])
export type SetupPart = z.infer<typeof SetupPart>

export const Me = z
  .object({
    /** `null` for somebody nobody has entered: they say where they work first. */
    person: Named.extend({ jobTitle: z.string(), agency: Named }).nullable(),
    duties: z.array(Duty),
    /** The pages that have something for this person, in the order of the navigation. */
    pages: z.array(z.enum(['home', 'triage', 'learning', 'setup'])),
    /** What the queue can be narrowed to; empty for somebody who triages nothing. */
    triage: z.object({ kinds: z.array(Labelled), agencies: z.array(Named) }),
    setup: z.array(SetupPart).describe('The parts of Set-up that are for this person'),
    board: z.object({
      name: z.string(),
      contacts: Contacts,
      referral: z.string().describe('The referral route that answers at this hour'),
    }),
    /** Agencies to choose from while nobody has entered the person; else empty. */
    agencies: z.array(Named),
    localMode: z.boolean().describe('True where the person is chosen with “act as”'),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const IntroductionRequest = z
  .strictObject({ agency: Id, submission: Id })
  .meta({ id: 'IntroductionRequest' })

/** People to act as: answered in local mode only. */
export const Personas = z
  .object({ people: z.array(Named.extend({ says: z.string().describe('Role and agency') })) })
  .meta({ id: 'Personas' })
export type Personas = z.infer<typeof Personas>

/** One line about a question to the board: an outline. */
const AskedRow = ObservationRow.pick({
  ref: true,
  kind: true,
  agency: true,
  stage: true,
  raisedAt: true,
})

export const Home = z
  .object({
    waiting: z.object({ rows: z.array(ObservationRow), total: z.number().int() }),
    mine: z.object({ rows: z.array(ObservationRow), total: z.number().int() }),
    asked: z
      .object({
        rows: z.array(AskedRow),
        total: z.number().int(),
        open: z.number().int().describe('How many of them are not closed: they come first'),
      })
      .describe('What was put to the board, for its business manager and chair'),
  })
  .meta({ id: 'Home' })
export type Home = z.infer<typeof Home>

const Agency = z.strictObject({ id: Id, name: Text, type: Code, active: z.boolean() })
const Person = z.strictObject({
  id: Id,
  tenantId: Id,
  objectId: Id,
  name: Text,
  jobTitle: Text,
  agency: Id,
  active: z.boolean(),
})
const Appointment = z.strictObject({
  id: Id,
  role: z.enum([
    'senior',
    'agencyLead',
    'businessManager',
    'chair',
    'board',
    'legal',
    'custodian',
    'auditor',
  ]),
  agency: Id.nullable(),
  holder: Id,
  deputy: Id.nullable(),
})

const Base = { version: z.number().int().min(1), submission: Id }

/** What each change of the board settings takes, by the action's name in the workflow. */
export const BOARD_CHANGES = {
  addAgency: z.strictObject({ ...Base, agency: Agency.omit({ active: true }) }),
  changeAgency: z.strictObject({ ...Base, agency: Agency }),
  addPerson: z.strictObject({ ...Base, person: Person.omit({ active: true }) }),
  changePerson: z.strictObject({
    ...Base,
    person: Person.omit({ tenantId: true, objectId: true }),
  }),
  appoint: z.strictObject({ ...Base, appointment: Appointment }),
  changeDeputy: z.strictObject({ ...Base, appointment: Id, deputy: Id.nullable() }),
  endAppointment: z.strictObject({ ...Base, appointment: Id }),
  setContacts: z.strictObject({ ...Base, contacts: Contacts }),
  chooseProfile: z.strictObject({ ...Base, profile: z.enum(['WT2013', 'WT2023']), reason: Text }),
} as const
export type BoardChange = keyof typeof BOARD_CHANGES

export const BoardDetail = z
  .object({
    version: z.number().int(),
    name: z.string(),
    profile: z.string(),
    contacts: Contacts,
    agencies: z.array(Agency),
    appointments: z.array(Appointment),
    people: z.array(Person.omit({ tenantId: true, objectId: true })),
    allowed: z.array(AllowedAction),
  })
  .meta({ id: 'BoardDetail' })
export type BoardDetail = z.infer<typeof BoardDetail>
