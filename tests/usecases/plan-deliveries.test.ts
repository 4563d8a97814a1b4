import { describe, expect, test } from 'vitest'
import { OUTCOME_CODES } from '../../src/domain/taxonomies/lists.ts'
import type { Delivery } from '../../src/ports/deliveries.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import {
  aBoard,
  anAppointment,
  boardChair,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  schoolNurse,
  seniorNurse,
  teacher,
  theAppointments,
  trustLead,
  without,
} from '../domain/a-board.ts'
import { COMPLETE, deciding } from '../domain/an-observation.ts'
import { aScene } from './a-scene.ts'

type Scene = Awaited<ReturnType<typeof aScene>>

/** Everything that is planned, in order, as `notice → recipient`; `update` for a card's new state. */
async function planned({ stores, clock }: Scene): Promise<readonly string[]> {
  const rows: readonly Delivery[] = await stores.deliveries.claim(clock.now(), clock.now(), 1000)
  return rows.map(
    ({ notice, recipient, updates }) =>
      `${updates === null ? notice : `update of ${notice}`} → ${recipient}`,
  )
}

/** What is planned from now on, after what was planned so far. */
async function newlyPlanned(scene: Scene, act: () => Promise<unknown>): Promise<readonly string[]> {
  await planDeliveries(scene.deps)
  const before = await planned(scene)
  await act()
  await planDeliveries(scene.deps)
  return (await planned(scene)).slice(before.length)
}

describe('who is told', () => {
  test('S12: a new observation goes to the senior and the deputy of the agency', async () => {
    const scene = await aScene()
    await scene.raise(healthVisitor)
    await planDeliveries(scene.deps)
    expect(await planned(scene)).toEqual([`triage → ${seniorNurse}`, `triage → ${deputyNurse}`])
  })

  test('S12: a senior who reports is not told to triage it', async () => {
    const scene = await aScene()
    await scene.raise(seniorNurse)
    await planDeliveries(scene.deps)
    expect(await planned(scene)).toEqual([`triage → ${deputyNurse}`])
  })

  test('I5: where nobody triages the board office is told, and without it the chair', async () => {
    const scene = await aScene()
    expect(await newlyPlanned(scene, () => scene.raise(teacher))).toEqual([
      `triage → ${officeManager}`,
      `triage → ${officeDeputy}`,
    ])
    await scene.boardBecomes(without(aBoard(), officeManager, officeDeputy))
    expect(await newlyPlanned(scene, () => scene.raise(teacher))).toEqual([
      `triage → ${boardChair}`,
    ])
  })

  test('S13: the reporter is told of the start, the decision, what was done and the end', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    const told = []
    for (const command of [
      COMPLETE.acknowledge,
      COMPLETE.decide,
      COMPLETE.giveFeedback,
      COMPLETE.close,
    ]) {
      const news = await newlyPlanned(scene, () => scene.take(seniorNurse, id, command))
      told.push(...news.filter((line) => line.endsWith(healthVisitor)))
    }
    expect(told).toEqual(
      ['acknowledged', 'decided', 'feedback', 'closed'].map((n) => `${n} → ${healthVisitor}`),
    )
  })

  test('cards already sent are brought up to date by what they show, and by nothing else', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    const addition = { type: 'add', text: 'It happened twice.', answers: [] } as const
    expect(await newlyPlanned(scene, () => scene.take(healthVisitor, id, addition))).toEqual([])
    const correct = () => scene.take(seniorNurse, id, COMPLETE.correctKind)
    expect(await newlyPlanned(scene, correct)).toEqual([
      `update of triage → ${seniorNurse}`,
      `update of triage → ${deputyNurse}`,
    ])
  })

  test('whoever starts on it keeps the card they started from', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    const start = () => scene.take(seniorNurse, id, COMPLETE.acknowledge)
    expect(await newlyPlanned(scene, start)).toEqual([
      `acknowledged → ${healthVisitor}`,
      `update of triage → ${deputyNurse}`,
    ])
  })

  test('each card is brought up to date once by each change', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    for (const command of [COMPLETE.decide, COMPLETE.giveFeedback, COMPLETE.close]) {
      const news = await newlyPlanned(scene, () => scene.take(seniorNurse, id, command))
      expect(news.filter((line) => line.startsWith('update'))).toHaveLength(2)
    }
  })

  test('somebody who was appointed since is not told of what was told before', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    await planDeliveries(scene.deps)
    const appointments = [...theAppointments, anAppointment('senior', communityTrust, schoolNurse)]
    await scene.boardBecomes(aBoard({ appointments }))
    const addition = { type: 'add', text: 'It happened twice.', answers: [] } as const
    const news = await newlyPlanned(scene, () => scene.take(healthVisitor, id, addition))
    expect(news.filter((line) => line.endsWith(schoolNurse))).toEqual([])
  })

  test('what is passed on goes to the others, and the first cards are brought up to date', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    expect(await newlyPlanned(scene, () => scene.take(seniorNurse, id, COMPLETE.reassign))).toEqual(
      [
        `triage → ${policeSergeant}`,
        `passedOn → ${healthVisitor}`,
        `update of triage → ${seniorNurse}`,
        `update of triage → ${deputyNurse}`,
      ],
    )
  })

  test('a question goes to the reporter, and the others who triage see that it was asked', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    expect(await newlyPlanned(scene, () => scene.take(seniorNurse, id, COMPLETE.ask))).toEqual([
      `question → ${healthVisitor}`,
      `update of triage → ${deputyNurse}`,
    ])
  })

  test('the answer comes back to whoever asked, also before anybody has started', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    await scene.take(trustLead, id, COMPLETE.ask)
    const news = await newlyPlanned(scene, () => scene.take(healthVisitor, id, COMPLETE.reply))
    expect(news).toEqual([`triage → ${trustLead}`])
  })

  test('what is opened again goes to those who triage, and its reporter is told', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    for (const command of [COMPLETE.decide, COMPLETE.giveFeedback, COMPLETE.close])
      await scene.take(seniorNurse, id, command)
    const news = await newlyPlanned(scene, () => scene.take(seniorNurse, id, COMPLETE.reopen))
    expect(news.filter((line) => !line.startsWith('update'))).toEqual([
      `triage → ${seniorNurse}`,
      `triage → ${deputyNurse}`,
      `reopened → ${healthVisitor}`,
    ])
  })

  test('passed on before anybody was told, only the new triager is told, with one card', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    await scene.take(seniorNurse, id, COMPLETE.reassign)
    await planDeliveries(scene.deps)
    expect(await planned(scene)).toEqual([
      `triage → ${policeSergeant}`,
      `passedOn → ${healthVisitor}`,
    ])
  })

  test('S13: an answer that closes is one message to its reporter', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    const answer = deciding('answerAndClose')
    const news = await newlyPlanned(scene, () => scene.take(seniorNurse, id, answer))
    expect(news.filter((line) => line.endsWith(healthVisitor))).toEqual([
      `answered → ${healthVisitor}`,
    ])
  })
})

describe('a question to the board', () => {
  const ask = deciding('considerStatutoryReview')
  const toBoard = (news: readonly string[]) => news.filter((line) => line.startsWith('asked'))
  const OFFICE = [officeManager, officeDeputy, boardChair]

  test('is told to its business manager, the deputy and the chair, and so is what becomes of it', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    const steps = [
      [ask, 'asked'],
      [COMPLETE.giveFeedback, null],
      [COMPLETE.close, 'askedMoved'],
      [COMPLETE.reopen, 'askedMoved'],
      [COMPLETE.decide, null],
      [ask, 'asked'],
      [COMPLETE.decide, 'askedMoved'],
      [COMPLETE.decide, null],
    ] as const
    for (const [command, notice] of steps) {
      const news = await newlyPlanned(scene, () => scene.take(seniorNurse, id, command))
      const told = notice === null ? [] : OFFICE.map((person) => `${notice} → ${person}`)
      expect(toBoard(news)).toEqual(told)
    }
  })

  test('is told neither to whoever raised it nor to whoever decided it', async () => {
    const scene = await aScene()
    const byChair = await scene.raise(boardChair)
    const news = await newlyPlanned(scene, () => scene.take(officeManager, byChair.id, ask))
    expect(toBoard(news)).toEqual([`asked → ${officeDeputy}`])
  })

  test('no other decision tells the board anything', async () => {
    const scene = await aScene()
    for (const outcome of OUTCOME_CODES.filter((code) => code !== ask.outcome)) {
      const { id } = await scene.raise(healthVisitor)
      const decision = deciding(outcome)
      const news = await newlyPlanned(scene, () => scene.take(seniorNurse, id, decision))
      expect(toBoard(news)).toEqual([])
    }
  })
})

describe('each is told once', () => {
  test('planning again with nothing new plans nothing', async () => {
    const scene = await aScene()
    await scene.raise(healthVisitor)
    expect(await planDeliveries(scene.deps)).toBe(1)
    const before = await planned(scene)
    expect(await planDeliveries(scene.deps)).toBe(0)
    expect(await planned(scene)).toEqual(before)
  })

  test('after a crash between planning and marking', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    await scene.take(seniorNurse, id, COMPLETE.decide)
    const crash = new Error('the machine went down')
    const { markDelivered } = scene.deps.records.observation
    scene.deps.records.observation.markDelivered = () => Promise.reject(crash)
    await expect(planDeliveries(scene.deps)).rejects.toBe(crash)
    const before = await planned(scene)
    scene.deps.records.observation.markDelivered = markDelivered
    await planDeliveries(scene.deps)
    const after = await planned(scene)
    // What the decision asked for was planned once, and is told now.
    expect(after.filter((line) => !line.startsWith('update'))).toEqual([
      ...before,
      `planned → ${trustLead}`,
    ])
    expect(before).toEqual([
      `triage → ${seniorNurse}`,
      `triage → ${deputyNurse}`,
      `decided → ${healthVisitor}`,
    ])
  })

  test('after a crash, also when it was passed on meanwhile', async () => {
    const scene = await aScene()
    const { id } = await scene.raise(healthVisitor)
    const { markDelivered } = scene.deps.records.observation
    scene.deps.records.observation.markDelivered = () => Promise.reject(new Error('down'))
    await expect(planDeliveries(scene.deps)).rejects.toThrow('down')
    scene.deps.records.observation.markDelivered = markDelivered
    await scene.take(seniorNurse, id, COMPLETE.reassign)
    await planDeliveries(scene.deps)
    const cards = (await planned(scene)).filter((line) => line.startsWith('triage'))
    expect(cards).toEqual([seniorNurse, deputyNurse, policeSergeant].map((to) => `triage → ${to}`))
  })

  test('by two planners at the same time', async () => {
    const scene = await aScene()
    await scene.raise(healthVisitor)
    await Promise.all([planDeliveries(scene.deps), planDeliveries(scene.deps)])
    expect(await planned(scene)).toHaveLength(2)
  })

  test('several at once: every record is planned', async () => {
    const scene = await aScene()
    for (let n = 0; n < 5; n += 1) await scene.raise(teacher)
    expect(await planDeliveries(scene.deps)).toBe(5)
    expect(await planned(scene)).toHaveLength(10)
  })
})

test('S12: given by name, it is told to that person alone', async () => {
  const scene = await aScene()
  const { id } = await scene.raise(healthVisitor)
  const command = { ...COMPLETE.reassign, to: { agency: police, person: policeSergeant } }
  const news = await newlyPlanned(scene, () => scene.take(seniorNurse, id, command))
  expect(news.filter((line) => line.startsWith('triage'))).toEqual([`triage → ${policeSergeant}`])
})
