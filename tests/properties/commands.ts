import fc from 'fast-check'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import type { Allowed } from '../../src/domain/machinery/allowed.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { readFields } from '../../src/domain/machinery/fields/read.ts'
import { shownFields } from '../../src/domain/machinery/fields/show.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import {
  isProposalAction,
  openProposals,
  PROPOSAL_MOVES,
} from '../../src/domain/machinery/proposals.ts'
import type { KindTypes } from '../../src/domain/machinery/record-kind.ts'
import { type AnyMove, isOneOf, isOpenIn } from '../../src/domain/machinery/taking.ts'
import { KINDS } from '../../src/domain/records.ts'
import { KIND_CODES } from '../../src/domain/taxonomies/lists.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import { COMPLETE_ON_BOARD } from '../domain/a-board-command.ts'
import { COMPLETE, ENOUGH } from '../domain/an-observation.ts'
import { typedInto } from '../support/typed-into.ts'
import type { Named, Session } from './session.ts'
import { contextIn, kindOf, nthOf, storeOf } from './session.ts'

// What people send is made from the rows of the workflow tables, whichever kind of record they are of.

/** How a form is filled in: by these numbers alone. */
export interface Filled {
  readonly action: number
  readonly person: number
  readonly content: number
  readonly isWell: boolean
}

export interface Sending {
  readonly actor: Actor
  readonly command: { readonly type: string }
}

type Command = Sending['command']
type Rows = Readonly<Record<string, AnyMove>>

/** Of rows that are written by hand: what has to come with them. The others need no line here. */
const BY_HAND: Readonly<Record<string, readonly Command[]>> = {
  raise: KIND_CODES.flatMap((kind) =>
    ['no', 'yes', 'notSure'].map((code) => ({
      type: 'raise',
      kind,
      answers: ENOUGH[kind].map((one) =>
        one.question === 'dangerNow' ? { ...one, value: { type: 'choice', code } } : one,
      ),
    })),
  ),
  add: [COMPLETE.add, { ...COMPLETE.add, answers: ENOUGH.nearMiss.slice(0, 1) } as Command],
  introduceMyself: [COMPLETE_ON_BOARD.introduceMyself],
  enterMany: [COMPLETE_ON_BOARD.enterMany],
}

/** The rows of a record that is there, or of one that is to be made; not those of the product alone. */
export function rowsOf(kind: Named['kind'], isMade: boolean): Rows {
  const { moves, second } = kindOf(kind)
  const own = Object.entries<AnyMove>(moves).filter(
    ([action, { from, by, fields }]) =>
      from.length > 0 === isMade && !by.includes('system') && (fields || BY_HAND[action]),
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

const isProposed = (state: KindTypes['state'] | undefined, { now }: KindTypes['context']) =>
  openProposals(state?.proposals, now).length > 0

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
  { action, person, content, isWell }: Filled,
): Promise<Sending> {
  const type = kindOf(kind)
  const state = id === undefined ? id : (await storeOf(session.other, { kind, id }).load(id))?.state
  const context = await contextIn(session)
  const rows = rowsOf(kind, state !== undefined)
  /** Somebody who may do it now, and what goes with it. */
  function offerOf(name: string): { actor: Actor; given: Allowed['given'] } | undefined {
    const row = rows[name] as AnyMove // its name is of the table
    const isAnswer = isProposalAction(name)
    if (isAnswer ? !isProposed(state, context) : state && !isOpenIn(row, state, state.stage))
      return undefined
    const those = context.actors.filter(
      (actor) => isAnswer || isOneOf(type.partiesOf(actor, state, context), row.by),
    )
    for (const actor of turnedBy(those, person)) {
      const all = state ? allowedFor(type, state, actor, context) : []
      const offer = all.find(({ action: one, missing }) => one === name && missing.length === 0)
      if (offer || !state) return { actor, given: offer?.given ?? {} }
    }
    return undefined
  }
  const turned = turnedBy(Object.keys(rows), action)
  const chosen = (isWell && turned.find(offerOf)) || (turned[0] ?? '')
  const anybody = { actor: context.actorAt(person), given: {} }
  const { actor, given } = (isWell && offerOf(chosen)) || anybody
  const row = rows[chosen]
  if (!row) throw new Error(`nobody can do anything with ${kind}`)
  const commandAt = (nth: number): Command => {
    const opening = { ...givenOf(row, context.board, nth), ...given }
    const opened = { ...context, of: Object.values(opening)[0] }
    const shown = shownFields(row.fields ?? {}, state, opened)
    const [typed = {}] = fc.sample(typedInto(shown), { seed: nth, numRuns: 1 })
    const made = row.fields ? readFields(row.fields, typed) : nthOf(BY_HAND[chosen] ?? [], nth)
    const words = TEXTS[nth % (isWell ? 40 : 12)]
    // Of a row of its kind; its words alone are others.
    const command = { type: chosen, ...made, ...opening } as Command
    return words === undefined ? command : (withWords(command, words) as Command)
  }
  // Of some that are filled in by chance, the first that would be taken.
  for (let nth = content; isWell && nth < content + 12; nth += 1) {
    const command = commandAt(nth)
    if (isTaken(() => perform(type, state, command, actor, context))) return { actor, command }
  }
  return { actor, command: commandAt(content) }
}

function isTaken(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** What anybody can make: of each kind each way there is. */
export const MAKING = KINDS.flatMap((kind) =>
  Object.keys(rowsOf(kind, false)).map((action, nth) => ({ kind, action, nth })),
)
