import { accountId, agencyId, personId } from '../words/ids.ts'
import { oneLine } from '../words/text.ts'
import { accountKey, agencyOf } from './directory.ts'
import type { Agency, BoardCommand, BoardSettings, Person } from './types.ts'

type Command<Type extends BoardCommand['type']> = Extract<BoardCommand, { readonly type: Type }>

/** Names and titles as they may be kept: on one line, without marks nobody can see. */
export const cleanNames = <Row extends { readonly name: string; readonly jobTitle?: string }>(
  row: Row,
): Row => ({
  ...row,
  name: oneLine(row.name),
  ...(row.jobTitle === undefined ? {} : { jobTitle: oneLine(row.jobTitle) }),
})

const described = ({
  name,
  agencyType,
  supporter,
  staff,
}: Pick<Command<'changeAgency'>, 'name' | 'agencyType' | 'supporter' | 'staff'>) => ({
  name: oneLine(name),
  type: agencyType,
  ...(supporter === null ? {} : { supporter: oneLine(supporter) }),
  ...(staff === null ? {} : { staff }),
})

const ACCENTS = /\p{M}/gu

/** `Health visiting` → `healthVisiting`: a short name for files, without spaces. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word, place) => (place === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, 40) || 'agency'

export function agencyEntered(command: Command<'addAgency'>, board: BoardSettings): Agency {
  const stem = slugOf(command.name)
  let id = command.id ?? stem
  for (let number = 2; command.id === null && agencyOf(board, agencyId(id)); number += 1)
    id = `${stem}${number}`
  return { id: agencyId(id), ...described(command), active: true }
}

export function changedAgency(command: Command<'changeAgency'>, board: BoardSettings): Agency {
  const known = agencyOf(board, command.agency)
  if (!known) throw new TypeError('a change of an agency that is not there')
  return { id: known.id, ...described(command), active: known.active }
}

export function personEntered(command: Command<'addPerson'>): Person {
  const tenantId = accountId(command.tenantId)
  const objectId = accountId(command.objectId)
  return {
    // The id they would get by introducing themselves.
    id: personId(command.id ?? accountKey({ tenantId, objectId })),
    tenantId,
    objectId,
    name: oneLine(command.name),
    jobTitle: oneLine(command.jobTitle ?? ''),
    agency: command.agency,
    active: true,
  }
}

/** Keeps the account: an entry with another account would be another person's. */
export function changedPerson(command: Command<'changePerson'>, board: BoardSettings): Person {
  const listed = board.people.find(({ id }) => id === command.person)
  if (!listed) throw new TypeError('a change of somebody who is not entered')
  const { formerly: _, ...known } = listed
  return {
    ...known,
    name: oneLine(command.name),
    jobTitle: oneLine(command.jobTitle ?? ''),
    agency: command.agency,
  }
}
