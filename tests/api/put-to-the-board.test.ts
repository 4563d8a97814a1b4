import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/domain/words/ids.ts'
import {
  businessManager,
  chair,
  healthVisitor,
  policeSergeant,
  schoolNurse,
  seniorNurse,
} from './support/a-small-board.ts'
import { audited, linesFor } from './support/an-auditor.ts'
import { aDecision, expectContract, raised, STORY } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused } from './support/running-api.ts'

const REASON = 'A child may have been seriously harmed.'
const WORDS = 'It may call for a Serious Case Review.'

/** Raised, and decided as a question to the board. */
async function asked(api: RunningApi, who: PersonId = healthVisitor): Promise<string> {
  const ref = await raised(api, {}, who)
  const decision = aDecision(1, {
    outcome: 'considerStatutoryReview',
    reason: REASON,
    words: WORDS,
  })
  const triager = who === healthVisitor ? seniorNurse : businessManager
  expect((await api.post(triager, `/api/observations/${ref}/decide`, decision)).status).toBe(200)
  return ref
}

const outline = (ref: string) => `/api/outlines/${ref}`

describe('what may call for a statutory review', () => {
  test.each([businessManager, chair])('stands on Home for %s, as an outline', async (who) => {
    const api = await audited()
    const ref = await asked(api)
    const home = await api.get(who, '/api/home')
    expectContract('home', home)
    expect(home.body.asked).toMatchObject({ total: 1, open: 1, rows: [{ ref, stage: 'underWay' }] })
    const answer = await api.get(who, outline(ref))
    expectContract('getOutline', answer)
    expect(answer.body).toMatchObject({
      ref,
      kind: { label: 'Near miss' },
      agency: { name: 'Community trust' },
      decisions: [{ outcome: { label: 'Consider a statutory review' }, by: { id: seniorNurse } }],
    })
    for (const { text } of [home, answer])
      for (const words of [STORY, REASON, WORDS, healthVisitor]) expect(text).not.toContain(words)
  })

  test.each([healthVisitor, schoolNurse, seniorNurse, policeSergeant])(
    'is on nobody else’s Home and has no outline for %s',
    async (who) => {
      const api = await audited()
      const ref = await asked(api)
      expect((await api.get(who, '/api/home')).body.asked).toEqual({ rows: [], total: 0, open: 0 })
      const answer = await api.get(who, outline(ref))
      expectRefused(answer, 404, 'not-found')
      const { body } = await api.get(who, outline('OBS-2026-9999'))
      expect(answer.body.detail).toBe(body.detail)
    },
  )

  test('S12: is not put to a chair who raised it, nor can they reach it as chair', async () => {
    const api = await audited()
    const ref = await asked(api, chair)
    expect((await api.get(chair, '/api/home')).body.asked.total).toBe(0)
    expectRefused(await api.get(chair, outline(ref)), 404, 'not-found')
    expect((await api.get(chair, `/api/observations/${ref}`)).body.seenAs).toBe('reporter')
  })

  test('I2: that an outline was seen is noted, as what it is; the report stays closed', async () => {
    const api = await audited()
    const ref = await asked(api)
    await api.get(chair, outline(ref))
    expectRefused(await api.get(chair, `/api/observations/${ref}`), 404, 'not-found')
    const lines = await linesFor(api, 'log=readings')
    expect(lines.filter(({ by }) => by.id === chair).map(({ says }) => says)).toEqual([
      'Saw the outline, without what was written',
    ])
  })

  test('is not on Home any more once it is decided otherwise, and its outline says so', async () => {
    const api = await audited()
    const ref = await asked(api)
    await api.post(seniorNurse, `/api/observations/${ref}/decide`, aDecision(2))
    expect((await api.get(chair, '/api/home')).body.asked.total).toBe(0)
    const { body } = await api.get(chair, outline(ref))
    expect(
      body.decisions.map(({ outcome }: { outcome: { label: string } }) => outcome.label),
    ).toEqual(['Consider a statutory review', 'Multi-agency learning review'])
  })

  test('a report that nobody put to the board has no outline', async () => {
    const api = await audited()
    const ref = await raised(api)
    expectRefused(await api.get(chair, outline(ref)), 404, 'not-found')
  })
})
