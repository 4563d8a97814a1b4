import { describe, expect, test } from 'vitest'
import { sayWhoTriages } from '../../src/domain/board/who-triages.ts'
import {
  aBoard,
  aBoardWith,
  anAppointment,
  communityTrust,
  officeManager,
  school,
  teacher,
  trustLead,
  without,
} from './a-board.ts'

describe('to whom the reports of an agency go is said', () => {
  const manager = anAppointment('businessManager', null, officeManager)

  test('S12: by name, its lead among them where it has no senior', () => {
    const board = aBoardWith(manager, anAppointment('agencyLead', communityTrust, trustLead))
    expect(sayWhoTriages(board, communityTrust)).toBe('Name of trust-lead')
    expect(sayWhoTriages(aBoard(), communityTrust)).toBe(
      'Name of senior-nurse, Name of deputy-nurse, Name of trust-lead',
    )
  })

  test('with why it is the business manager, where nobody triages there', () => {
    const why = ', as it has no senior or agency lead'
    expect(sayWhoTriages(aBoardWith(manager), school)).toBe(`Name of office-manager${why}`)
    const left = without(aBoardWith(manager, anAppointment('senior', school, teacher)), teacher)
    expect(sayWhoTriages(left, school)).toBe(`Name of office-manager${why}`)
  })
})
