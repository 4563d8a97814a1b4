import type { Labelled, Named } from '../../contract/common.ts'
import { agencyOf, personOf } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import { labelOf } from '../../domain/taxonomies/lists.ts'
import type { Item, List } from '../../domain/taxonomies/types.ts'
import { SYSTEM } from '../../domain/words/actor.ts'
import type { AgencyId, PersonId } from '../../domain/words/ids.ts'

export const presentCode = (list: List<Item>, code: string): Labelled => ({
  code,
  label: labelOf(list, code),
})

export const presentPerson = (board: BoardSettings, id: PersonId): Named => ({
  id,
  name: sayPerson(board, id),
})

/** A person by name; by id where that id is not entered, so that an auditor can still trace it. */
export const presentWho = (board: BoardSettings, id: PersonId): Named => ({
  id,
  name: id === SYSTEM.person ? 'The product itself' : (personOf(board, id)?.name ?? id),
})

export const presentAgency = (board: BoardSettings, id: AgencyId): Named => ({
  id,
  name: agencyOf(board, id)?.name ?? 'an agency that is no longer listed',
})
