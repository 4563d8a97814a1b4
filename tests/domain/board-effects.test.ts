import { describe, expect, test } from 'vitest'
import { effectsOf } from '../../src/domain/board/effects.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { sayWhoTriages } from '../../src/domain/board/who-triages.ts'
import { BOARD_MOVES } from '../../src/domain/board/workflow.ts'
import {
  aBoard,
  aBoardWith,
  anAppointment,
  boardChair,
  boardOffice,
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
import { NOW } from './an-observation.ts'

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

describe('what is refused however a form is filled in is said before it is sent', () => {
  const manager = anAppointment('businessManager', null, officeManager)
  const alone = aBoardWith(manager, anAppointment('chair', null, boardChair))

  test('the only business manager leaves: somebody has to be chosen', () => {
    const words = says('markAsLeft', alone, officeManager)
    expect(words).toContain('Business manager: goes to whom you choose below, and somebody has to')
    expect(words).not.toContain('ends where you choose nobody')
    const { to } = BOARD_MOVES.markAsLeft.fields
    const help = (of: string) => to.help(alone, { now: NOW, of })
    expect(help(officeManager)).toBe('Choose somebody: the board needs a business manager.')
    expect(help(boardChair)).toContain('a role without a deputy ends')
    expect(says('markAsLeft', alone, boardChair)).toContain(
      'Chair: goes to whom you choose below, and ends',
    )
    expect(says('markAsLeft', aBoard(), officeManager)).toContain('else to the deputy')
  })

  test('the role of the only business manager, and the board office, cannot end', () => {
    expect(says('endAppointment', alone, manager.id)).toBe(
      'The board needs a business manager. Appoint the next one first.',
    )
    expect(says('retireAgency', alone, boardOffice)).toContain('The board office cannot be retired')
  })
})
