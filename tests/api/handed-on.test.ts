import { expect, test } from 'vitest'
import { deputyNurse, seniorNurse } from './support/a-small-board.ts'
import { aChange, aDecision, expectContract, raised } from './support/requests.ts'
import { runningApi } from './support/running-api.ts'

test('S12: who let another decide may read it, and nothing says that it waits for them', async () => {
  const api = await runningApi()
  const handedOn = await raised(api)
  api.clock.advance({ days: 20 })
  const other = await raised(api)
  const path = `/api/observations/${handedOn}`
  await api.post(seniorNurse, `${path}/recuse`, aChange(1))
  const listed = async (who: typeof seniorNurse) =>
    (await api.get(who, '/api/observations?view=triage')).body.rows.map(
      ({ ref, waitsFor, isLate }: { ref: string; waitsFor: string; isLate: boolean }) => ({
        ref,
        isLate,
        isTheirs: waitsFor.includes('Decide'),
      }),
    )
  expect(await listed(deputyNurse)).toEqual([
    { ref: handedOn, isLate: true, isTheirs: true },
    { ref: other, isLate: false, isTheirs: true },
  ])
  expect(await listed(seniorNurse)).toEqual([
    { ref: other, isLate: false, isTheirs: true },
    { ref: handedOn, isLate: false, isTheirs: false },
  ])
  const home = (await api.get(seniorNurse, '/api/home')).body.waiting.rows
  expect(home.map(({ ref }: { ref: string }) => ref)).toEqual([other])
  const seen = await api.get(seniorNurse, path)
  expectContract('getObservation', seen)
  expect(seen.body).toMatchObject({ allowed: [], waits: [] })
  expect(seen.body.leftToOthers).toContain('nothing about it waits for you')
  const theirs = (await api.get(deputyNurse, path)).body
  expect(theirs).toMatchObject({ leftToOthers: null })
  expect(theirs.waits).toHaveLength(2)
  await api.post(deputyNurse, `${path}/decide`, aDecision(2))
  expect((await api.get(seniorNurse, path)).body).toMatchObject({ stage: 'underWay', waits: [] })
})
