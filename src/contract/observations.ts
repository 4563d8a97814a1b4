import { z } from 'zod'
import {
  AllowedAction,
  ChangeBase,
  Code,
  Id,
  Instant,
  Labelled,
  Month,
  Named,
  PlainDate,
  Reference,
  Text,
} from './common.ts'

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

const Answers = z.array(Answer).max(40)

export const RaiseRequest = z
  .strictObject({ submission: Id, kind: Code, answers: Answers })
  .meta({ id: 'RaiseRequest' })

const change = <Shape extends z.core.$ZodLooseShape>(id: string, shape: Shape) =>
  z.strictObject({ ...ChangeBase.shape, ...shape }).meta({ id })

/** What each change of an observation takes, by the action's name in the workflow. */
export const OBSERVATION_CHANGES = {
  add: change('AddRequest', { text: Text.nullable(), answers: Answers }),
  acknowledge: change('AcknowledgeRequest', {}),
  reassign: change('ReassignRequest', {
    to: z.strictObject({ agency: Id, person: Id.nullable() }),
    reason: Text,
  }),
  correctKind: change('CorrectKindRequest', { kind: Code, reason: Text }),
  decide: change('DecideRequest', {
    outcome: Code,
    reason: Text,
    words: Text.describe('The sentence the reporter will read'),
    nextReviewOn: PlainDate.nullable(),
  }),
  giveFeedback: change('GiveFeedbackRequest', { mode: Code, text: Text }),
  close: change('CloseRequest', {}),
  reopen: change('ReopenRequest', { reason: Text }),
} as const
export type ObservationChange = keyof typeof OBSERVATION_CHANGES

export const ObservationRow = z
  .object({
    ref: Reference,
    version: z.number().int(),
    stage: Stage,
    kind: Labelled,
    agency: Named,
    assignedTo: Named.nullable(),
    worry: Labelled.nullable(),
    sameDay: z.boolean().describe('A child may be at risk: look at it today'),
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
      .describe('What its triager has to do next, as one sentence'),
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

const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(item).max(20).optional(),
  )

export const ObservationQuery = z.strictObject({
  view: z.enum(['mine', 'triage']).default('mine'),
  stage: list(Stage),
  kind: list(Code),
  agency: list(Id),
  from: Month.optional(),
  to: Month.optional(),
  order: z.enum(['oldestFirst', 'newestFirst']).optional(),
  size: z.coerce.number().int().min(1).max(100).default(25),
  after: z.string().max(400).optional(),
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
      z.object({ at: Instant, text: z.string().nullable(), answers: z.array(SaidAnswer) }),
    ),
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
    allowed: z.array(AllowedAction),
    /** Choices for the forms of the allowed actions; `null` where the action is not allowed. */
    forms: z.object({
      decide: z
        .array(
          z.object({
            code: Code,
            label: z.string(),
            needs: z.string(),
            creates: z.string(),
            startingWords: z.string().describe('Gaps such as {date} have to be filled in'),
          }),
        )
        .nullable(),
      reassign: z
        .array(z.object({ agency: Named, people: z.array(Named) }))
        .nullable()
        .describe('Agencies it can go to, and who triages there'),
      correctKind: z.array(Labelled).nullable(),
      giveFeedback: z.array(Labelled.extend({ meaning: z.string() })).nullable(),
    }),
  })
  .meta({ id: 'ObservationDetail' })
export type ObservationDetail = z.infer<typeof ObservationDetail>

/** The answer when a change took the observation out of the actor's sight. */
export const PassedOn = z
  .object({
    ref: Reference,
    passedOn: z.literal(true),
    says: z.string().describe('Where it went, and that it is not in the list any more'),
  })
  .meta({ id: 'PassedOn' })
export type PassedOn = z.infer<typeof PassedOn>
