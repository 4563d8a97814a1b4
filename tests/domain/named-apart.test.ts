import { expect, test } from 'vitest'
import { namedApart } from '../../src/domain/observation/saying.ts'
import { aBoard, deputyNurse, seniorNurse, trustLead } from './a-board.ts'

const board = aBoard({
  people: aBoard().people.map((person) =>
    [seniorNurse, deputyNurse].includes(person.id)
      ? { ...person, name: 'Jane Smith', jobTitle: person.id === seniorNurse ? 'Matron' : '' }
      : person,
  ),
})

test('S12: two people of one name are told apart where one is chosen', () => {
  const [matron, other, lead] = namedApart(board, [seniorNurse, deputyNurse, trustLead])
  expect(matron?.name).toBe('Jane Smith, Matron')
  expect(other?.name).toMatch(/^Jane Smith, .+/)
  expect(other?.name).not.toBe(matron?.name)
  expect(lead?.name).not.toContain(',')
})
