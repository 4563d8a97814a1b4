import { describe, expect, test } from 'vitest'
import { effectsOf } from '../../src/domain/board/effects.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { sayWhoTriages } from '../../src/domain/board/who-triages.ts'
import {
  aBoard,
  aBoardWith,
  anAppointment,
  boardChair,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeManager,
  school,
  seniorNurse,
  teacher,
  trustLead,
  without,
} from './a-board.ts'

const says = (action: string, board: BoardSettings, of: string) =>
  effectsOf(action, board, of, 0).join('\n')

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

test('a deputy is promised only to whoever has one', () => {
  expect(says('setAway', aBoard(), seniorNurse)).toContain(
    'Meanwhile their deputy is reminded of what waits for them: Name of deputy-nurse.',
  )
  const alone = [says('setAway', aBoard(), boardChair), says('setAway', aBoard(), healthVisitor)]
  const left = says('setAway', without(aBoard(), deputyNurse), seniorNurse)
  for (const words of [...alone, left]) expect(words).toContain('They have no deputy')
})
