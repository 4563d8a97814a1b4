import { expect, test } from 'vitest'
import { applyBoardFile } from '../src/commands/board-file.ts'
import { triagersOf } from '../src/domain/observation/routing.ts'
import { agencyId, personId } from '../src/domain/words/ids.ts'
import { currentBoard } from '../src/usecases/records/context-now.ts'
import { aScene } from './usecases/a-scene.ts'

const FILE = {
  contacts: {
    referral: 'Front door, 01632 960100',
    referralOutOfHours: 'Duty team, 01632 960150',
    office: 'Board office, 01632 960101',
    support: 'Wellbeing',
    whistleblowing: 'Advice line',
  },
  agencies: [{ id: 'housing', name: 'Housing', agencyType: 'localAuthority', staff: 120 }],
  people: [
    {
      id: 'housingManager',
      tenantId: 'tenant',
      objectId: 'object-of-housing-manager',
      name: 'Housing Manager',
      jobTitle: 'Manager',
      agency: 'housing',
    },
  ],
  appointments: [{ role: 'senior', agency: 'housing', holder: 'housingManager' }],
}

const entered = async (file: unknown, times = 1) => {
  const { deps, stores } = await aScene()
  const said: string[] = []
  let outcome = { made: 0, refused: 0 }
  for (let time = 0; time < times; time += 1) {
    said.length = 0
    outcome = await applyBoardFile(deps, file, (line) => said.push(line))
  }
  return { deps, stores, said, outcome }
}

test('S12: a board enters its agencies, people and seniors from a file, and reports reach them', async () => {
  const { deps, said, outcome } = await entered(FILE)
  expect(outcome).toEqual({ made: 4, refused: 0 })
  const board = await currentBoard(deps)
  const route = { agency: agencyId('housing'), person: null }
  expect(triagersOf({ route, reporter: personId('anybody') }, board)).toEqual(['housingManager'])
  expect(said).toEqual([])
})

test('the same file again adds nothing, and says what is there already', async () => {
  const { stores, said, outcome } = await entered(FILE, 2)
  expect(outcome).toEqual({ made: 2, refused: 2 })
  expect(said).toEqual([
    'agencies[0].id: An agency with this id is already there. Change that one instead.',
    'people[0].objectId: This person is already entered. Change their entry instead.',
  ])
  expect((await stores.board.current())?.state.agencies.map(({ id }) => id)).toContain('housing')
})

test('a file may hold any changes, each with its action', async () => {
  const { said, outcome } = await entered([
    { action: 'addAgency', id: 'housing', name: 'Housing', agencyType: 'localAuthority' },
    { action: 'setAway', person: 'senior-nurse', until: '2099-12-31' },
    { action: 'retireAgency', agency: 'housing' },
  ])
  expect({ said, outcome }).toEqual({ said: [], outcome: { made: 3, refused: 0 } })
})

test.each([
  [{ people: [{}, { name: 'A' }] }, 'people[1].tenantId: it is missing'],
  [{ people: [{ ...FILE.people[0], agency: 'nowhere' }] }, 'people[0].agency: Choose the agency'],
  [{ agencies: [{ ...FILE.agencies[0], agencyType: 'circus' }] }, 'agencies[0].agencyType: Choose'],
  [{ agencies: [{ ...FILE.agencies[0], colour: 'red' }] }, 'agencies[0]: take out colour'],
  [
    { contacts: { ...FILE.contacts, office: 'Room 1' } },
    'contacts.office: Add the telephone number',
  ],
  [{ contacts: 7 }, 'contacts.referral: it is missing'],
  [[FILE.agencies[0], 7], '[1].action: it has to be one of'],
  [
    { appointments: [{ role: 'senior', holder: 'senior-nurse' }] },
    'appointments[0].agency: Choose the agency this role is for.',
  ],
])('it is said which entry and field is wrong', async (file, line) => {
  const { said, outcome } = await entered(file)
  expect(said.join('\n')).toContain(line)
  expect(outcome.made).toBe(0)
})

test.each([[7], [{ persons: [] }]])(
  'a file of another form is refused as a whole',
  async (file) => {
    await expect(entered(file)).rejects.toThrow('The file has to hold { contacts, agencies')
  },
)
