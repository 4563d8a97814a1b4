import { describe, expect, test } from 'vitest'
import { agencyId } from '../../src/domain/words/ids.ts'
import { changeBoard, openBoard } from '../../src/usecases/board/change-board.ts'
import { introduceMyself } from '../../src/usecases/board/introduce-myself.ts'
import { newcomerId, whoIs } from '../../src/usecases/board/who-is.ts'
import {
  aBoard,
  communityTrust,
  formerSenior,
  healthVisitor,
  officeManager,
  seniorNurse,
} from '../domain/a-board.ts'
import { COMPLETE_ON_BOARD as COMPLETE } from '../domain/a-board-command.ts'
import { fixedClock } from '../support/fixed-clock.ts'
import { anEmptyStore, aScene } from './a-scene.ts'

const newAccount = { tenantId: 'a-tenant', objectId: 'object-of-somebody-new' }
const accountOf = (person: string) => ({ tenantId: 'a-tenant', objectId: `object-of-${person}` })

const introduction = (overrides = {}) => ({
  account: newAccount,
  name: 'Somebody new',
  agency: communityTrust,
  submission: 'an-introduction',
  ...overrides,
})

describe('the first start', () => {
  test('opens the board once, also when two instances start at the same moment', async () => {
    const { board } = await anEmptyStore()
    const deps = { board, clock: fixedClock('2026-03-20T09:00Z') }
    const opened = await Promise.all([
      openBoard(deps, COMPLETE.open),
      openBoard(deps, COMPLETE.open),
    ])
    expect(opened.toSorted()).toEqual([false, true])
    const stored = await board.current()
    expect(stored).toMatchObject({ version: 1, state: { name: COMPLETE.open.name } })
    expect((await board.history(stored?.id ?? '')).map(({ event }) => event.type)).toEqual([
      'BoardOpened',
      'AgencyAdded',
      'PersonAdded',
      'PersonAppointed',
    ])
  })

  test('leaves a board that is open as it is', async () => {
    const { deps, stores } = await aScene()
    const before = await stores.board.current()
    expect(await openBoard(deps, { ...COMPLETE.open, name: 'Another board' })).toBe(false)
    expect(await stores.board.current()).toEqual(before)
  })
})

describe('changing the board settings', () => {
  test('is kept with who did it', async () => {
    const { deps, stores, actor } = await aScene()
    await changeBoard(deps, {
      command: COMPLETE.addAgency,
      actor: await actor(officeManager),
      submission: 'a-change',
    })
    const stored = await stores.board.current()
    expect(stored?.state.agencies.at(-1)).toMatchObject({ id: agencyId('youth-service') })
    expect((await stores.board.history('board')).at(-1)).toMatchObject({
      by: officeManager,
      event: { type: 'AgencyAdded' },
    })
  })

  test('from an old version is refused', async () => {
    const { deps, actor } = await aScene()
    const change = { command: COMPLETE.setContacts, actor: await actor(officeManager), version: 1 }
    await changeBoard(deps, { ...change, submission: 'one' })
    await expect(changeBoard(deps, { ...change, submission: 'two' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('is not for staff', async () => {
    const { deps, actor } = await aScene()
    const change = { command: COMPLETE.setContacts, actor: await actor(healthVisitor) }
    await expect(changeBoard(deps, { ...change, submission: 'one' })).rejects.toMatchObject({
      code: 'not-your-role',
      details: { needs: ['businessManager'] },
    })
  })
})

describe('who an account is', () => {
  test('is what the directory says today', async () => {
    expect(whoIs(aBoard(), accountOf(seniorNurse))).toMatchObject({
      person: seniorNurse,
      agency: communityTrust,
      roles: [{ role: 'senior' }],
    })
  })

  test('I5: somebody who has left holds nothing', () => {
    expect(whoIs(aBoard(), accountOf(formerSenior)).roles).toEqual([])
  })

  test('somebody nobody has entered works nowhere and is the same each time', () => {
    expect(whoIs(aBoard(), newAccount)).toEqual({
      person: newcomerId(newAccount),
      agency: null,
      roles: [],
    })
  })
})

describe('somebody nobody has entered', () => {
  const entered = async ({ stores }: Awaited<ReturnType<typeof aScene>>) => {
    const people = (await stores.board.current())?.state.people ?? []
    return people.filter(({ objectId }) => objectId === newAccount.objectId)
  }

  test('S10: says where they work, and may raise at once', async () => {
    const scene = await aScene()
    await introduceMyself(scene.deps, introduction())
    expect(await entered(scene)).toMatchObject([{ agency: communityTrust, jobTitle: '' }])
    const { state } = await scene.raise(newcomerId(newAccount))
    expect(state).toMatchObject({
      reporter: newcomerId(newAccount),
      route: { agency: communityTrust },
    })
  })

  test('is entered once, however often they say it', async () => {
    const scene = await aScene()
    await introduceMyself(scene.deps, introduction())
    await introduceMyself(scene.deps, introduction())
    await introduceMyself(scene.deps, introduction({ submission: 'again' }))
    expect(await entered(scene)).toHaveLength(1)
  })

  test('is entered once when two devices say it at the same moment', async () => {
    const scene = await aScene()
    await Promise.all(
      ['phone', 'laptop'].map((submission) =>
        introduceMyself(scene.deps, introduction({ submission })),
      ),
    )
    expect(await entered(scene)).toHaveLength(1)
  })

  test('names an agency that is there, and never the board office', async () => {
    const scene = await aScene()
    const office = (await scene.stores.board.current())?.state.agencies[0]?.id
    expect(office).toBeDefined()
    for (const agency of [agencyId('nowhere'), office])
      await expect(
        introduceMyself(scene.deps, introduction(agency && { agency })),
      ).rejects.toMatchObject({
        code: 'incomplete',
        details: { missing: [{ need: 'person.agency' }] },
      })
    expect(await entered(scene)).toEqual([])
  })
})
