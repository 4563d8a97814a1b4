import { z } from 'zod'
import { RAISED_TO } from '../domain/observation/types.ts'
import { RecordRow } from './any-record.ts'
import {
  Code,
  Id,
  Instant,
  Labelled,
  list,
  Month,
  Named,
  PageQuery,
  PlainDate,
  Reference,
  Text,
} from './common.ts'
import { OfferedAction } from './form-fields.ts'
import { LateMatter } from './late.ts'

export const Stage = z.enum(['awaitingTriage', 'underWay', 'closed'])
export type Stage = z.infer<typeof Stage>

export const AnswerValue = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: Text }),
  z.strictObject({ type: z.literal('choice'), code: Code }),
  z.strictObject({ type: z.literal('choices'), codes: z.array(Code).max(60) }),
  z.strictObject({ type: z.literal('tick') }),
  z.strictObject({ type: z.literal('notSure') }),
])
export const Answer = z.strictObject({ question: Code, value: AnswerValue })

export const Answers = z.array(Answer).max(40)

export const RaiseRequest = z
  .strictObject({
    submission: Id,
    kind: Code,
    answers: Answers,
    to: z
      .enum(RAISED_TO)
      .optional()
      .describe('`office` sends it to the board office past the own agency'),
  })
  .meta({ id: 'RaiseRequest' })

export const ObservationRow = z
  .object({
    ref: Reference,
    version: z.number().int(),
    stage: Stage,
    kind: Labelled,
    agency: Named,
    assignedTo: Named.nullable(),
    worry: Labelled.nullable(),
    sameDay: z
      .boolean()
      .describe('A child may be at risk: whoever triages it looks at it before anything else'),
    acknowledged: z.boolean(),
    outcome: Labelled.nullable(),
    raisedAt: Instant,
    waitingSince: Instant,
    waitedWorkingDays: z.number().int().describe('Since raised or reopened; 0 once decided'),
    closedAt: Instant.nullable(),
    /** Where it stands, as one sentence for its reporter. */
    says: z.string(),
    waitsFor: z
      .string()
      .nullable()
      .default(null)
      .describe('What its triager has to do next, and by when'),
    isLate: z.boolean().default(false).describe('What waits about it was due before now'),
  })
  .meta({ id: 'ObservationRow' })
export type ObservationRow = z.infer<typeof ObservationRow>

export const ObservationPage = z
  .object({
    rows: z.array(ObservationRow),
    total: z.number().int(),
    next: z.string().nullable().describe('Give it as `after` for the next page'),
  })
  .meta({ id: 'ObservationPage' })
export type ObservationPage = z.infer<typeof ObservationPage>

export const ObservationQuery = z.strictObject({
  view: z.enum(['mine', 'triage']).default('mine'),
  stage: list(Stage),
  kind: list(Code),
  agency: list(Id),
  from: Month.optional(),
  to: Month.optional(),
  order: z.enum(['oldestFirst', 'newestFirst']).optional(),
  ...PageQuery.shape,
})
export type ObservationQuery = z.infer<typeof ObservationQuery>

/** One answer as people read it; `value` is what a form starts from. */
const SaidAnswer = z.object({
  question: Code,
  label: z.string(),
  text: z.string(),
  value: AnswerValue,
})

const Decision = z.object({
  outcome: Labelled,
  reason: z.string(),
  words: z.string(),
  nextReviewOn: PlainDate.nullable(),
  at: Instant,
  by: Named,
  tookWorkingDays: z.number().int(),
})

/** An action that somebody took and that waits for a second person. */
const Proposal = z.object({
  number: z.number().int().describe('Names it in an answer'),
  says: z.string().describe('Who proposed what, and until when somebody may agree'),
  at: Instant,
  by: Named,
  until: PlainDate,
  holds: z
    .array(z.object({ label: z.string(), text: z.string() }))
    .describe('What it holds, as people read it'),
})
export type Proposal = z.infer<typeof Proposal>

export const ObservationDetail = z
  .object({
    ref: Reference,
    version: z.number().int(),
    stage: Stage,
    seenAs: z.enum(['reporter', 'triager']),
    kind: Labelled,
    kindByReporter: Labelled,
    reporter: Named.extend({ jobTitle: z.string(), agency: z.string() }),
    agency: Named,
    assignedTo: Named.nullable(),
    sameDay: z.boolean(),
    worry: Labelled.nullable(),
    raisedAt: Instant,
    waitingSince: Instant,
    waitedWorkingDays: z.number().int(),
    says: z.string(),
    answers: z.array(SaidAnswer),
    additions: z.array(
      z.object({
        at: Instant,
        text: z.string().nullable(),
        answers: z.array(SaidAnswer),
        isReply: z.boolean().default(false).describe('It answers a question'),
      }),
    ),
    questions: z
      .array(z.object({ question: z.string(), at: Instant, by: Named, isOpen: z.boolean() }))
      .default([])
      .describe('What the reporter was asked, oldest first'),
    acknowledged: z.object({ at: Instant, by: Named }).nullable(),
    decisions: z.array(Decision).describe('Oldest first; the last one stands'),
    feedback: z.array(z.object({ mode: Labelled, text: z.string(), at: Instant, by: Named })),
    closed: z.object({ at: Instant, by: Named }).nullable(),
    history: z.array(
      z.object({
        seq: z.number().int(),
        at: Instant,
        by: Named,
        type: z.string(),
        says: z.string(),
      }),
    ),
    waits: z
      .array(z.object({ does: z.string(), due: Instant, isLate: z.boolean() }))
      .default([])
      .describe('What waits for whoever triages it, by when it is due'),
    proposals: z.array(Proposal).default([]).describe('What waits for a second person'),
    leftToOthers: z
      .string()
      .nullable()
      .default(null)
      .describe('That this person let another decide about it, in words'),
    follows: z
      .array(RecordRow)
      .default([])
      .describe('Records that follow from it, of those that this person sees'),
    allowed: z.array(OfferedAction),
    urgent: z
      .string()
      .nullable()
      .default(null)
      .describe('What to do first, where what was just sent says that a child may be at risk'),
  })
  .meta({ id: 'ObservationDetail' })
export type ObservationDetail = z.infer<typeof ObservationDetail>

/** The answer after a change that took the observation out of the actor's sight. */
export const PassedOn = z
  .object({
    ref: Reference,
    passedOn: z.literal(true),
    says: z.string().describe('Where it went, and that it is not in the list any more'),
  })
  .meta({ id: 'PassedOn' })
export type PassedOn = z.infer<typeof PassedOn>

/** What the board sees of an observation that was put to it: no reporter, nothing anybody wrote. */
export const Outline = z
  .object({
    ref: Reference,
    kind: Labelled,
    agency: Named,
    stage: Stage,
    raisedAt: Instant,
    decisions: z
      .array(z.object({ outcome: Labelled, at: Instant, by: Named }))
      .describe('Oldest first'),
    closedAt: Instant.nullable(),
    version: z.number().int(),
    proposals: z.array(Proposal).default([]).describe('What waits for this person to agree'),
    why: z.string().nullable().default(null).describe('Why this person is asked to agree'),
    agreed: z.array(Proposal).default([]).describe('What this person agreed to before'),
    allowed: z.array(OfferedAction).default([]),
    isAsked: z
      .boolean()
      .default(true)
      .describe('Whether it was put to the board; else something about it is late'),
    late: z.array(LateMatter).default([]).describe('What is late about it'),
  })
  .meta({ id: 'Outline' })
export type Outline = z.infer<typeof Outline>
