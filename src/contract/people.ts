import { z } from 'zod'
import {
  AllowedAction,
  AnyReference,
  ChangeBase,
  Code,
  Id,
  Instant,
  Labelled,
  Named,
  PlainDate,
} from './common.ts'
import { OfferedAction } from './form-fields.ts'
import { ObservationRow } from './observations.ts'

const Contacts = z.object({
  referral: z.string().describe('Where a worry about a child goes in office hours'),
  referralOutOfHours: z.string().describe('The same while the offices are closed'),
  office: z.string(),
  support: z.string(),
  whistleblowing: z.string().describe('Who advises somebody who thinks of whistleblowing'),
})
export type Contacts = z.infer<typeof Contacts>

export const HeldRole = z.object({
  role: Code,
  label: z.string(),
  agency: Named.nullable(),
  as: z.enum(['holder', 'deputy']),
})

/** The parts of the page "Set-up", in their order there. */
export const SetupPart = z.enum([
  'agencies',
  'people',
  'roles',
  'contacts',
  'spreadsheet',
  'rules',
  'messages',
])
export type SetupPart = z.infer<typeof SetupPart>

export const Me = z
  .object({
    /** `null` for a person without an entry, who says first where they work. */
    person: Named.extend({ jobTitle: z.string(), agency: Named }).nullable(),
    roles: z.array(HeldRole),
    /** The pages that have something for this person, in the order of the navigation. */
    pages: z.array(
      z.enum([
        'home',
        'triage',
        'activities',
        'reviews',
        'actions',
        'late',
        'learning',
        'setup',
        'audit',
      ]),
    ),
    /** What the queue can be narrowed to; empty for people who do not triage. */
    triage: z.object({ kinds: z.array(Labelled), agencies: z.array(Named) }),
    setup: z.array(SetupPart).describe('The parts of Set-up that are for this person'),
    board: z.object({
      name: z.string(),
      contacts: Contacts,
      referral: z.string().describe('The referral route that answers at this hour'),
    }),
    /** Agencies to choose from, for a person without an entry; else empty. */
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

/** A record about which something waits for this person. Holds nothing anybody wrote. */
const WaitingRow = z.object({
  ref: AnyReference,
  kind: z.string().describe('Which kind of record'),
  title: z.string(),
  agency: Named,
  opens: z.enum(['record', 'outline', 'report']).describe('What this person sees of it'),
  says: z.string().describe('What waits and by when, or that it is late'),
  about: z.array(z.string()).describe('What else is known of it'),
  due: Instant,
  isUrgent: z.boolean(),
  isLate: z.boolean(),
})

export const Home = z
  .object({
    waiting: z
      .object({ rows: z.array(WaitingRow), total: z.number().int() })
      .describe('What is urgent first, then what holds up others, each by when it is due'),
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

const Agency = z.object({
  id: Id,
  name: z.string(),
  type: Labelled,
  active: z.boolean(),
  supporter: z.string().nullable(),
  staff: z.number().int().nullable().describe('Roughly how many there work with children'),
  reportsGoTo: z.string().default('').describe('Who triages its new reports, in words'),
})
const Person = z.object({
  id: Id,
  name: z.string(),
  jobTitle: z.string(),
  agency: Id,
  active: z.boolean(),
  leftOn: PlainDate.nullable(),
  awayUntil: PlainDate.nullable(),
})
const Appointment = z.object({
  id: Id,
  role: Labelled,
  agency: Id.nullable(),
  holder: Id,
  deputy: Id.nullable(),
})

export const BoardDetail = z
  .object({
    version: z.number().int(),
    changes: z.number().int().describe('How many changes there were so far'),
    name: z.string(),
    profile: z.string(),
    contacts: Contacts,
    agencies: z.array(Agency),
    appointments: z.array(Appointment),
    people: z.array(Person),
    allowed: z.array(AllowedAction.extend({ label: z.string() })),
  })
  .meta({ id: 'BoardDetail' })
export type BoardDetail = z.infer<typeof BoardDetail>

export const BoardFormQuery = z.strictObject({
  action: Code,
  of: Id.optional().describe('The agency, person or appointment it is about'),
})

/** The form of one change of the board settings, with what it starts with and what it will do. */
export const BoardForm = z
  .object({
    version: z.number().int(),
    offered: OfferedAction,
    effects: z.array(z.string()).describe('What sending it will do, in sentences'),
  })
  .meta({ id: 'BoardForm' })
export type BoardForm = z.infer<typeof BoardForm>

export const BoardChangesQuery = z.strictObject({
  since: z.coerce.number().int().min(0).describe('The `changes` of the settings that were seen'),
})

/** What was changed meanwhile: the last ones, oldest first. */
export const BoardChanges = z
  .object({ rows: z.array(z.object({ at: Instant, by: z.string(), says: z.string() })) })
  .meta({ id: 'BoardChanges' })
export type BoardChanges = z.infer<typeof BoardChanges>

export const BoardRules = z
  .object({
    parts: z.array(
      z.object({
        title: z.string(),
        change: z.string().describe('How they can be changed'),
        rows: z.array(z.object({ what: z.string(), is: z.string() })),
      }),
    ),
  })
  .meta({ id: 'BoardRules' })
export type BoardRules = z.infer<typeof BoardRules>

/** The most characters of a spreadsheet. */
export const CSV_AT_MOST = 1_000_000

const Sheet = z.enum(['agencies', 'people'])
export const SheetQuery = z.strictObject({ sheet: Sheet })
export const SheetRequest = z
  .strictObject({ sheet: Sheet, csv: z.string().max(CSV_AT_MOST) })
  .meta({ id: 'SheetRequest' })
export const SheetEntry = z
  .strictObject({ ...SheetRequest.shape, ...ChangeBase.shape })
  .meta({ id: 'SheetEntry' })

/** A spreadsheet of what is entered. */
export const SheetFile = z.object({ name: z.string(), csv: z.string() }).meta({ id: 'SheetFile' })
export type SheetFile = z.infer<typeof SheetFile>

/** What entering a spreadsheet would do. */
export const SheetPlan = z
  .object({
    version: z.number().int(),
    adds: z.number().int(),
    changes: z.number().int(),
    nothing: z.number().int().describe('Lines that say what is entered already'),
    others: z.number().int().describe('Entered and not in the file: they stay as they are'),
    wrong: z.array(z.object({ line: z.number().int(), column: z.string(), say: z.string() })),
    named: z
      .array(
        z.object({
          line: z.number().int(),
          name: z.string(),
          does: z.enum(['adds', 'changes']),
          changed: z
            .array(z.object({ column: z.string(), from: z.string(), to: z.string() }))
            .default([])
            .describe('What becomes another than now; empty texts are empty cells'),
        }),
      )
      .describe('The first of those that are added or changed'),
  })
  .meta({ id: 'SheetPlan' })
export type SheetPlan = z.infer<typeof SheetPlan>
