import { describe, expect, test } from 'vitest'
import type { TurnOutcome } from '../../src/ports/turns.ts'
import { ANSWERS_KEPT } from '../../src/ports/turns.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor, outcomesOf, TEXTS } from './contract-setup.ts'

const conflict = { code: 'conflict' }
const TOMORROW = '2026-03-28T09:00:00.000Z'
const NEXT_WEEK = '2026-04-03T09:00:00.000Z'

const person = 'tenant/account-1'

const anOutcome = (overrides: Partial<TurnOutcome> = {}): TurnOutcome => ({
  key: 'tenant/conversation/activity-1',
  person,
  answer: { text: 'Thank you.', card: null, nested: [{ deep: true, absent: {} }] },
  keepUntil: TOMORROW,
  dialog: null,
  ...overrides,
})

const aDialog = (overrides: Partial<NonNullable<TurnOutcome['dialog']>> = {}) => ({
  from: 0,
  state: { step: 'story', answers: ['no', { code: 'a.b$' }], empty: null },
  expiresAt: NEXT_WEEK,
  ...overrides,
})

export function turnStoreContract(
  name: string,
  setup: Setup,
  { outlivesClosing = true }: ContractOptions = {},
): void {
  const open = async () => {
    const { stores, reopen } = await openFor(setup)
    return { turns: stores.turns, reopen: async () => (await reopen()).turns }
  }

  describe(`${name}: answering a delivery from Teams once`, () => {
    test('a new delivery has no answer', async () => {
      const { turns } = await open()
      expect(await turns.answered('new')).toBeUndefined()
    })

    test('a delivery that comes again gets the answer it got', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome())
      expect(await turns.answered(anOutcome().key)).toStrictEqual({ answer: anOutcome().answer })
    })

    test('an answer of nothing is an answer', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome({ answer: null }))
      expect(await turns.answered(anOutcome().key)).toStrictEqual({ answer: null })
    })

    test('refuses a second answer to the same delivery, and keeps the first', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome())
      const second = anOutcome({ answer: 'second', dialog: aDialog() })
      await expect(turns.finish(second)).rejects.toMatchObject(conflict)
      expect(await turns.answered(anOutcome().key)).toStrictEqual({ answer: anOutcome().answer })
      expect(await turns.dialog(person)).toStrictEqual({ version: 0, state: null })
    })

    test('of 20 simultaneous answers to one delivery exactly one is kept', async () => {
      const { turns } = await open()
      const answers = Array.from({ length: 20 }, (_, answer) => turns.finish(anOutcome({ answer })))
      expect(await outcomesOf(answers)).toEqual({ succeeded: 1, codes: ['conflict'] })
    })

    test('of one person the latest answers are kept, and of others theirs', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome({ key: 'another’s', person: 'tenant/account-2' }))
      for (let n = 1; n <= ANSWERS_KEPT + 2; n += 1)
        await turns.finish(anOutcome({ key: `activity-${n}`, answer: n }))
      expect(await turns.answered('activity-2')).toBeUndefined()
      expect(await turns.answered('activity-3')).toStrictEqual({ answer: 3 })
      expect(await turns.answered('another’s')).toBeDefined()
    })

    test('what a turn asks first comes at once, for the person who asks', async () => {
      const { turns } = await open()
      expect(await turns.begin('new', person)).toStrictEqual({
        earlier: undefined,
        dialog: { version: 0, state: null },
      })
      await turns.finish(anOutcome({ dialog: aDialog() }))
      const { key, answer } = anOutcome()
      const dialog = { version: 1, state: aDialog().state }
      expect(await turns.begin(key, person)).toStrictEqual({ earlier: { answer }, dialog })
      expect(await turns.begin('new', person)).toStrictEqual({ earlier: undefined, dialog })
      expect(await turns.begin(key, 'somebody else')).toStrictEqual({
        earlier: undefined,
        dialog: { version: 0, state: null },
      })
    })

    test('of one delivery to two people at the same moment one is answered', async () => {
      const { turns } = await open()
      const answers = ['one', 'other'].map((who) => turns.finish(anOutcome({ person: who })))
      expect(await outcomesOf(answers)).toEqual({ succeeded: 1, codes: ['conflict'] })
    })

    test('an answer is kept until its time is over; then the key can be taken again', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome())
      expect(await turns.forgetBefore(TOMORROW)).toEqual({ answers: 0, dialogs: 0 })
      expect(await turns.answered(anOutcome().key)).toBeDefined()
      expect(await turns.forgetBefore(NEXT_WEEK)).toEqual({ answers: 1, dialogs: 0 })
      expect(await turns.answered(anOutcome().key)).toBeUndefined()
      await turns.finish(anOutcome({ answer: 'new', keepUntil: NEXT_WEEK }))
      expect(await turns.answered(anOutcome().key)).toStrictEqual({ answer: 'new' })
    })
  })

  describe(`${name}: where a conversation stands`, () => {
    test('somebody with whom nothing is going on has version 0 and nothing', async () => {
      const { turns } = await open()
      expect(await turns.dialog(person)).toStrictEqual({ version: 0, state: null })
    })

    test('a dialog comes back as it went in, and its version rises by one', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome({ key: '1', dialog: aDialog() }))
      expect(await turns.dialog(person)).toStrictEqual({ version: 1, state: aDialog().state })
      const next = aDialog({ from: 1, state: { step: 'worry' } })
      await turns.finish(anOutcome({ key: '2', dialog: next }))
      expect(await turns.dialog(person)).toStrictEqual({ version: 2, state: { step: 'worry' } })
      expect(await turns.dialog('somebody else')).toStrictEqual({ version: 0, state: null })
    })

    test('a dialog that is over leaves nothing, and the version goes on rising', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome({ key: '1', dialog: aDialog() }))
      const over = aDialog({ from: 1, state: null, expiresAt: null })
      await turns.finish(anOutcome({ key: '2', dialog: over }))
      expect(await turns.dialog(person)).toStrictEqual({ version: 2, state: null })
    })

    test('a turn without a dialog leaves it as it stands', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome({ key: '1', dialog: aDialog() }))
      await turns.finish(anOutcome({ key: '2', dialog: null }))
      expect(await turns.dialog(person)).toStrictEqual({ version: 1, state: aDialog().state })
    })

    test.each([
      ['one that is not there', 1, []],
      ['a new one where one is going on', 0, [aDialog()]],
      ['one that has not come so far', 2, [aDialog()]],
      ['one that has moved on', 1, [aDialog(), aDialog({ from: 1 })]],
    ])('refuses to go on with %s, and keeps no answer', async (_what, from, earlier) => {
      const { turns } = await open()
      for (const dialog of earlier) await turns.finish(anOutcome({ key: `${dialog.from}`, dialog }))
      const before = await turns.dialog(person)
      const late = anOutcome({ key: 'late', dialog: aDialog({ from, state: 'late' }) })
      await expect(turns.finish(late)).rejects.toMatchObject(conflict)
      expect(await turns.answered('late')).toBeUndefined()
      expect(await turns.dialog(person)).toStrictEqual(before)
    })

    test('of 20 simultaneous turns of one dialog exactly one is kept', async () => {
      const { turns } = await open()
      const turnsOf = Array.from({ length: 20 }, (_, number) =>
        turns.finish(anOutcome({ key: `activity-${number}`, dialog: aDialog() })),
      )
      expect(await outcomesOf(turnsOf)).toEqual({ succeeded: 1, codes: ['conflict'] })
      const keys = Array.from({ length: 20 }, (_, number) => turns.answered(`activity-${number}`))
      expect((await Promise.all(keys)).filter((answer) => answer !== undefined)).toHaveLength(1)
    })

    test('a half-finished report is deleted when its time is over, and a new one can begin', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome({ key: '1', keepUntil: NEXT_WEEK, dialog: aDialog() }))
      expect(await turns.forgetBefore(NEXT_WEEK)).toEqual({ answers: 0, dialogs: 0 })
      const counted = await turns.forgetBefore('2026-04-03T09:00:00.001Z')
      expect(counted).toEqual({ answers: 1, dialogs: 1 })
      const { version, state } = await turns.dialog(person)
      expect(state).toBeNull()
      await turns.finish(anOutcome({ key: '2', dialog: aDialog({ from: version }) }))
      expect((await turns.dialog(person)).state).toStrictEqual(aDialog().state)
    })

    test('a dialog without an end stays', async () => {
      const { turns } = await open()
      await turns.finish(anOutcome({ dialog: aDialog({ expiresAt: null }) }))
      await turns.forgetBefore('2099-01-01T00:00:00.000Z')
      expect(await turns.dialog(person)).toMatchObject({ version: 1 })
    })

    test.each(TEXTS)('text comes back as it went in: %s', async (_what, text) => {
      const { turns } = await open()
      await turns.finish(anOutcome({ answer: { text }, dialog: aDialog({ state: [text] }) }))
      expect(await turns.answered(anOutcome().key)).toStrictEqual({ answer: { text } })
      expect((await turns.dialog(person)).state).toStrictEqual([text])
    })
  })

  describe(`${name}: whom an account acts as`, () => {
    test('nobody until it is said, then the one said last', async () => {
      const { turns } = await open()
      expect(await turns.persona('account')).toBeUndefined()
      await turns.setPersona('account', 'senior')
      await turns.setPersona('account', 'chair')
      await turns.setPersona('other account', 'reporter')
      expect(await turns.persona('account')).toBe('chair')
    })
  })

  if (outlivesClosing)
    test(`${name}: after closing and opening again answers, dialogs and personas are there`, async () => {
      const { turns, reopen } = await open()
      await turns.finish(anOutcome({ dialog: aDialog() }))
      await turns.setPersona('account', 'senior')
      const again = await reopen()
      expect(await again.answered(anOutcome().key)).toStrictEqual({ answer: anOutcome().answer })
      expect(await again.dialog(person)).toStrictEqual({ version: 1, state: aDialog().state })
      expect(await again.persona('account')).toBe('senior')
    })
}
