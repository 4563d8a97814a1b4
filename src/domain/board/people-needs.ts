import type { Check } from '../machinery/record-kind.ts'
import { SYSTEM } from '../words/actor.ts'
import type { Missing } from '../words/errors.ts'
import { personId } from '../words/ids.ts'
import { isBlank } from '../words/text.ts'
import { agenciesToJoin, agencyOf, personByAccount, personOf } from './directory.ts'
import type { BoardCommand, BoardContext, BoardSettings } from './types.ts'
import { BOARD_MOVES } from './workflow.ts'

// What entering a person needs, and changing their entry.

export type BoardCheck = Check<{
  command: BoardCommand
  state: BoardSettings
  context: BoardContext
}>

export const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]
export const none: readonly Missing[] = []

const NAME_LIMIT = BOARD_MOVES.addPerson.fields.name.atMost

export const named = (need: string, text: string, ask: string): readonly Missing[] => {
  if (isBlank(text)) return missing(need, ask)
  return text.length > NAME_LIMIT
    ? missing(need, `This is too long: at most ${NAME_LIMIT} characters fit.`)
    : none
}

/** Ids are parts of keys (`senior@health`), and the product itself acts under one of them. */
const OWN_ID = /^[a-zA-Z0-9](?:[\w.-]{0,58}[a-zA-Z0-9])?$/

export const ownId: BoardCheck = (command) => {
  if (!command || !('id' in command) || command.id === null || isBlank(command.id)) return none
  if (command.id === SYSTEM.person)
    return missing('id', 'The product itself goes by this id. Choose another, or leave it out.')
  return OWN_ID.test(command.id)
    ? none
    : missing(
        'id',
        'An id is made of letters, digits, dots and hyphens. Choose another, or leave it out.',
      )
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const isGuid = (text: string) => GUID.test(text.trim())

/** Refuses an account that is entered twice or belongs to nobody. */
export const account: BoardCheck = (command, board) => {
  if (command?.type !== 'addPerson' || !board) return none
  const { id, tenantId, objectId } = command
  const known = personByAccount(board, { tenantId, objectId })
  // A board for trying out has made-up accounts, beginning with its first.
  const isMadeUp = !isGuid(board.people[0]?.tenantId ?? '')
  const wrong = (field: 'tenantId' | 'objectId', what: string): readonly Missing[] =>
    isMadeUp || isBlank(command[field]) || isGuid(command[field])
      ? none
      : missing(
          field,
          `This is no ${what}: it looks like 58b1f0c7-2d3e-4a69-9b84-0242ac120002. Copy it from Microsoft Entra.`,
        )
  return [
    ...wrong('tenantId', 'tenant id'),
    ...wrong('objectId', 'object id'),
    ...(known || (id !== null && personOf(board, personId(id)))
      ? missing(
          'objectId',
          known?.active === false
            ? `${known.name} has this account and has left. Bring them back instead.`
            : 'This person is already entered. Change their entry instead.',
        )
      : none),
  ]
}

export const introduction: BoardCheck = (command, board) => {
  if (command?.type !== 'introduceMyself' || !board) return none
  const { person } = command
  return [
    ...named('person.name', person.name, 'Give the person a name.'),
    ...(personOf(board, person.id) || personByAccount(board, person)
      ? missing('person.account', 'This person is already entered. Change their entry instead.')
      : none),
    ...(agenciesToJoin(board).some((offered) => offered.id === person.agency)
      ? none
      : missing('person.agency', 'Choose the agency you work for.')),
  ]
}

export const workplace: BoardCheck = (command, board) => {
  if (command?.type !== 'changePerson' || !board) return none
  const there = agencyOf(board, command.agency)
  const stays = personOf(board, command.person)?.agency === command.agency
  return there && !there.active && !stays
    ? missing('agency', 'This agency has been retired. Choose another.')
    : none
}

export const successor: BoardCheck = (command) =>
  command?.type === 'markAsLeft' && command.to === command.person
    ? missing('to', 'Choose somebody else who is entered and has not left, or leave it empty.')
    : none
