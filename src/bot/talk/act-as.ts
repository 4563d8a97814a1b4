import type { Account } from '../../domain/board/directory.ts'
import {
  accountKey,
  actorFor,
  agencyOf,
  personByAccount,
  personOf,
} from '../../domain/board/directory.ts'
import { sayHeldRole } from '../../domain/board/saying.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { triageScope } from '../../domain/observation/scope.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import { personId } from '../../domain/words/ids.ts'
import { whoIs } from '../../usecases/board/who-is.ts'
import { listObservations } from '../../usecases/observation/list-observations.ts'
import type { Persona } from '../cards/local-cards.ts'
import { actAsCard, actingCard, nowActingCard } from '../cards/local-cards.ts'
import { sayCard } from '../cards/talk-cards.ts'
import type { BotDeps, Response, Turning } from './turn.ts'

export const sayPersona = (board: BoardSettings, id: PersonId): string => {
  const person = personOf(board, id)
  const held = actorFor(board, id).roles.map((role) => sayHeldRole(board, role))
  const agency = person ? (agencyOf(board, person.agency)?.name ?? '') : ''
  const part = held.length > 0 ? held.join(', ') : `${person?.jobTitle || 'Staff'}, ${agency}`
  return `${person?.name ?? 'Somebody'}: ${part}`
}

const jobOf = (board: BoardSettings, id: string) => personOf(board, personId(id))?.jobTitle ?? ''

/** A person without an entry, to try being asked where they work. */
const NEWCOMER = 'newcomer'
const NOBODY = 'Newcomer: somebody nobody has entered yet'

const personasOf = (board: BoardSettings): readonly Persona[] => [
  ...board.people
    .filter(({ active }) => active)
    .map(({ id }) => ({ id, says: sayPersona(board, id) })),
  { id: NEWCOMER, says: NOBODY },
]

/** The first person with this id, or with these words in their name, part or job. */
export function personaCalled(board: BoardSettings, whom: string): Persona | undefined {
  const people = personasOf(board)
  const wanted = whom.trim().toLowerCase()
  if (wanted === '') return undefined
  return (
    people.find(({ id }) => id === whom) ??
    people.find(({ id, says }) => `${says} ${jobOf(board, id)}`.toLowerCase().includes(wanted))
  )
}

interface Acting {
  readonly actor: Actor
  /** Their name and part. */
  readonly says: string
  /** The account is this person's own and has never acted as anybody else. */
  readonly isOwn: boolean
}

/** The person an account acts as: its choice, else itself, else the first person here. */
export async function actingAs(
  { turns, localMode }: Pick<BotDeps, 'turns' | 'localMode'>,
  board: BoardSettings,
  account: Account,
): Promise<Acting | undefined> {
  if (!localMode) return undefined
  const chosen = await turns.persona(accountKey(account))
  if (chosen === NEWCOMER) {
    const actor = whoIs(board, account)
    const isEntered = personOf(board, actor.person) !== undefined
    const says = isEntered ? sayPersona(board, actor.person) : NOBODY
    return { actor, says, isOwn: false }
  }
  const own = personByAccount(board, account)?.id
  const person =
    chosen === undefined ? (own ?? firstOf(board, localMode.firstPersona)) : personId(chosen)
  return {
    actor: actorFor(board, person),
    says: sayPersona(board, person),
    isOwn: chosen === undefined && own !== undefined,
  }
}

/** A board that was set up from nothing has nobody of the demo. */
const firstOf = (board: BoardSettings, wanted: PersonId): PersonId =>
  (personOf(board, wanted) ?? board.people[0])?.id ?? wanted

/** Local mode: become another person. What waits for them follows: see `createLocalChat`. */
export async function actAs(turning: Turning, whom: string): Promise<Response> {
  const { deps, board, turn } = turning
  if (!deps.localMode) throw new DomainError('not-found', { what: 'persona' })
  const found = personaCalled(board, whom)
  if (!found) {
    const card = actAsCard(personasOf(board), turn.caller.actingAs)
    return { say: whom === '' ? [card] : [sayCard(`There is nobody called that here.`), card] }
  }
  const { account } = turn.caller
  await deps.turns.setPersona(accountKey(account), personId(found.id))
  const acting = await actingAs(deps, board, account)
  const actor = acting?.actor ?? turning.actor
  const triages = triageScope(actor, board).length > 0
  return {
    say: [
      actingCard(
        { board, triages, actingAs: found.says },
        { messages: await messagesFor(deps, actor), decisions: await decisionsFor(deps, actor) },
      ),
    ],
    replace: nowActingCard(found.says),
  }
}

/** How many messages to somebody wait until an account acts as them. */
async function messagesFor({ deliveries }: BotDeps, { person }: Actor): Promise<number> {
  const all = await deliveries.notDelivered()
  return all
    .filter(({ recipient, state }) => recipient === person && state === 'unreachable')
    .reduce((sum, { messages }) => sum + messages, 0)
}

async function decisionsFor(deps: BotDeps, actor: Actor): Promise<number> {
  const found = await listObservations(
    deps,
    { view: 'triage', stages: ['awaitingTriage'], order: 'oldestFirst', page: { size: 1 } },
    actor,
  )
  return found.total
}
