import { expect, test } from 'vitest'
import { applyBoardFile } from '../src/board-file.ts'
import { triagersOf } from '../src/domain/observation/routing.ts'
import { agencyId, personId } from '../src/domain/shared/ids.ts'
import { currentBoard } from '../src/usecases/records/context-now.ts'
import { aScene } from './usecases/a-scene.ts'

const FILE = [
  { action: 'addAgency', agency: { id: 'housing', name: 'Housing', type: 'localAuthority' } },
  {
    action: 'addPerson',
    person: {
      id: 'housingManager',
      tenantId: 'tenant',
      objectId: 'object-of-housing-manager',
      name: 'Housing Manager',
      jobTitle: 'Manager',
      agency: 'housing',
    },
  },
  {
    action: 'appoint',
    appointment: {
      id: 'senior.housing',
      role: 'senior',
      agency: 'housing',
      holder: 'housingManager',
      deputy: null,
    },
  },
]

test('S12: a board enters its agencies, people and seniors from a file, and reports reach them', async () => {
  const { deps } = await aScene()
  const said: string[] = []
  expect(await applyBoardFile(deps, FILE, (line) => said.push(line))).toEqual({
    made: 3,
    refused: 0,
  })
  const board = await currentBoard(deps)
  const route = { agency: agencyId('housing'), person: null }
  expect(triagersOf({ route, reporter: personId('anybody') }, board)).toEqual(['housingManager'])
  expect(said).toEqual([])
})

test('the same file again changes nothing, and a wrong entry is said beside the others', async () => {
  const { deps, stores } = await aScene()
  await applyBoardFile(deps, FILE, () => undefined)
  const before = await stores.board.current()
  const said: string[] = []
  const wrong = [...FILE.slice(0, 2), { action: 'dismiss' }, { action: 'addAgency', agency: {} }, 7]
  expect(await applyBoardFile(deps, wrong, (line) => said.push(line))).toEqual({
    made: 0,
    refused: 5,
  })
  expect(said[0]).toContain('Entry 1: An agency with this id is already there')
  expect(said[2]).toContain('“action” has to be one of')
  expect(said[3]).toContain('agency.id')
  expect(await stores.board.current()).toEqual(before)
  await expect(applyBoardFile(deps, {}, () => undefined)).rejects.toThrow('a list of changes')
})
