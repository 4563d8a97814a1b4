import fc from 'fast-check'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import type { Allowed } from '../../src/domain/machinery/allowed.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { readFields } from '../../src/domain/machinery/fields/read.ts'
import { shownFields } from '../../src/domain/machinery/fields/show.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { PROPOSAL_MOVES } from '../../src/domain/machinery/proposals.ts'
import { type AnyMove, isOneOf } from '../../src/domain/machinery/taking.ts'
import { KIND_CODES, type KindCode } from '../../src/domain/taxonomies/lists.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { COMPLETE_ON_BOARD } from '../domain/a-board-command.ts'
import { REVIEW_COMPLETE } from '../domain/a-review.ts'
import { ACTIVITY_COMPLETE } from '../domain/an-activity.ts'
import { COMPLETE, ENOUGH } from '../domain/an-observation.ts'
import { typedInto } from '../support/typed-into.ts'
import { codeOf, outcomeOf } from './outcome.ts'
import type { Named, Session } from './session.ts'
import { contextIn, kindOf, nthOf, storeOf } from './session.ts'
import type { StepOf } from './steps.ts'

// What people send is made from the rows of the workflow tables, whichever kind of record they are of.

/** How a form is filled in: by these alone. */
type Filled = Pick<StepOf<'change'>, 'action' | 'person' | 'content' | 'isWell' | 'isLikely'>
type Command = { readonly type: string }
type Rows = Readonly<Record<string, AnyMove>>

/** A report of which no more is answered than has to be, but this. */
const raising = (kind: KindCode, question: string, code: string) => ({
  type: 'raise',
  kind,
  answers: [
    ...ENOUGH[kind].filter((one) => one.question !== question),
    { question, value: { type: 'choice', code } },
  ],
})

/** Of rows that are written by hand, or that chance hardly fills in well. The others need no line. */
const BY_HAND: Readonly<Record<string, readonly Command[]>> = {
  raise: [
    ...KIND_CODES.flatMap((kind) =>
      ['no', 'yes', 'notSure'].map((code) => raising(kind, 'dangerNow', code)),
    ),
    ...['died', 'seriouslyHarmed'].map((code) => raising('poorOutcome', 'harm', code)),
  ],
  add: [COMPLETE.add, { ...COMPLETE.add, answers: ENOUGH.nearMiss.slice(0, 1) } as Command],
  introduceMyself: [COMPLETE_ON_BOARD.introduceMyself],
  enterMany: [COMPLETE_ON_BOARD.enterMany],
  recordFindings: [ACTIVITY_COMPLETE.recordFindings],
  propose: [
    REVIEW_COMPLETE.propose,
    { ...REVIEW_COMPLETE.propose, method: 'seriousCaseReview' } as Command,
  ],
  answerCriteria: [REVIEW_COMPLETE.answerCriteria],
  assess: [
    REVIEW_COMPLETE.assess,
    {
      ...REVIEW_COMPLETE.assess,
      method: 'seriousCaseReview',
      departure: 'It may be one.',
    } as Command,
  ],
}

/** The rows of a record that is there, or of one that is to be made; not those of the product alone. */
export function rowsOf(kind: Named['kind'], isMade: boolean): Rows {
  const { moves, second } = kindOf(kind)
  const own = Object.entries<AnyMove>(moves).filter(
    ([action, { from, by, fields }]) =>
      from.length > 0 === isMade &&
      by.some((party) => party !== 'system') &&
      (fields || BY_HAND[action]),
  )
  // By the type of the table.
  return {
    ...Object.fromEntries(own),
    ...(isMade && second ? (PROPOSAL_MOVES as unknown as Rows) : {}),
  }
}

const TEXTS = [
  '$set.name {"$gt": ""} \\u0000 it’s "so" \\n \'; DROP TABLE observations; --',
  'Zażółć — привет — 你好 — שלום — 👩🏽‍⚕️\r\n\r\n\r\n\r\nand half a letter: \ud83d',
  '__proto__ and constructor, **bold**, <b>&amp;</b>',
  `${'ă'.repeat(3999)}!`,
  'ă'.repeat(4001),
  'Fill in {date}, please.',
  ' \u200b ',
]

/** The same with other words wherever there is a sentence. */
function withWords(value: unknown, words: string): unknown {
  if (typeof value === 'string') return value.includes(' ') && value.length >= 15 ? words : value
  if (Array.isArray(value)) return value.map((one) => withWords(one, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withWords(one, words)]),
  )
}

const turnedBy = <One>(all: readonly One[], by: number): readonly One[] => [
  ...all.slice(by % all.length),
  ...all.slice(0, by % all.length),
]

/** What a form is opened for: an agency, a person or an appointment of the board. */
function givenOf({ fields = {} }: AnyMove, board: BoardSettings, content: number) {
  const { agencies, people, appointments } = board
  const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    agency: agencies,
    person: people,
    appointment: appointments,
    id: [{ id: 'one' }, { id: 'two' }],
  }
  const given = Object.entries(fields).filter(([, field]) => field.given === true)
  return Object.fromEntries(
    given.map(([name]) => [name, nthOf(lists[name] ?? [], content)?.id ?? content % 9]),
  )
}

/**
 * What somebody sends about a record as it stands, or to make one.
 * @param id is absent of what is to be made
 */
export async function sendingOf(
  session: Session,
  kind: Named['kind'],
  id: string | undefined,
  { action, person, content, isWell, isLikely }: Filled,
) {
  const type = kindOf(kind)
  const state = id === undefined ? id : (await storeOf(session.other, { kind, id }).load(id))?.state
  const context = await contextIn(session)
  const rows = rowsOf(kind, state !== undefined)
  /** What somebody may do now, and what goes with it. */
  const allowed = (actor: Actor): readonly Pick<Allowed, 'action' | 'given'>[] => {
    if (state)
      return allowedFor(type, state, actor, context).filter(({ missing }) => missing.length === 0)
    const parties = type.partiesOf(actor, state, context)
    const own = Object.entries(rows).filter(([, { by }]) => isOneOf(parties, by))
    return own.map(([name]) => ({ action: name, given: {} }))
  }
  const turned = turnedBy(Object.keys(rows), action)
  const likely = [...Object.keys(PROPOSAL_MOVES), ...(type.likely?.[state?.stage ?? ''] ?? [])]
  const first = turned.filter((name) => isLikely && likely.includes(name))
  const offers = (isWell ? turnedBy(context.actors, person) : []).flatMap((actor) =>
    allowed(actor).map((one) => ({ ...one, actor })),
  )
  const inOrder = [...first, ...turned]
  const [found] = inOrder.flatMap((name) => offers.find((one) => one.action === name) ?? [])
  const anything = { actor: context.actorAt(person), action: turned[0] ?? '', given: {} }
  const { actor, action: chosen, given } = found ?? anything
  const row = rows[chosen]
  if (!row) throw new Error(`nobody can do anything with ${kind}`)
  const commandAt = (nth: number): Command => {
    const opening = { ...givenOf(row, context.board, nth), ...given }
    const opened = { ...context, of: Object.values(opening)[0] }
    const shown = shownFields(row.fields ?? {}, state, opened)
    const [typed = {}] = fc.sample(typedInto(shown), { seed: nth, numRuns: 1 })
    const byHand = isWell || !row.fields ? nthOf(BY_HAND[chosen] ?? [], nth) : undefined
    const made = byHand ?? readFields(row.fields ?? {}, typed)
    const words = TEXTS[nth % (isWell ? 40 : 12)]
    // Of a row of its kind; its words alone are others.
    const command = { type: chosen, ...made, ...opening } as Command
    return words === undefined ? command : (withWords(command, words) as Command)
  }
  // Of some that are filled in by chance, the first that would be taken.
  for (let nth = content; isWell && nth < content + 16; nth += 1) {
    const command = commandAt(nth)
    const outcome = await outcomeOf(async () => perform(type, state, command, actor, context))
    if (codeOf(outcome) === 'done') return { actor, command }
  }
  return { actor, command: commandAt(content) }
}
