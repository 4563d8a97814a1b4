import { expect, test } from 'vitest'
import {
  chair as boardChair,
  healthVisitor,
  businessManager as officeManager,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, aDecision, expectContract, raised, STORY } from './support/requests.ts'
import { runningApi } from './support/running-api.ts'

/** A decision that waits for the chair. */
async function proposed() {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}`
  await api.post(seniorNurse, `${path}/sayHarm`, aChange(1, { harm: 'died' }))
  const answer = await api.post(seniorNurse, `${path}/decide`, aDecision(2))
  const outline = await api.get(boardChair, `/api/outlines/${ref}`)
  return { api, ref, path, answer, outline }
}

const namesOf = (allowed: readonly { readonly action: string }[]) =>
  allowed.map(({ action }) => action)

test('a decision where a child died is proposed: shown with all it holds, and taken back by its proposer', async () => {
  const { api, path, answer } = await proposed()
  expectContract('decideObservation', answer)
  expect(answer.body).toMatchObject({ stage: 'awaitingTriage', decisions: [] })
  const [proposal] = answer.body.proposals
  expect(proposal.says).toContain('It waits for the chair to agree, until 31 March 2026.')
  expect(proposal.holds.map(({ label }: { label: string }) => label)).toContain('Reason')
  const back = answer.body.allowed.find(({ action }: { action: string }) => action === 'takeBack')
  expect(back.given).toEqual({ proposal: proposal.number })
  const taken = await api.post(seniorNurse, `${path}/takeBack`, aChange(3, back.given))
  expect(taken.body.proposals).toEqual([])
})

test('I4: the chair sees the outline and what is proposed, its reporter nothing of it, others nothing', async () => {
  const { api, ref, path, outline } = await proposed()
  expectContract('getOutline', outline)
  expect(namesOf(outline.body.allowed)).toEqual(['agree', 'decline'])
  expect(outline.text).not.toContain(STORY)
  expect(outline.text).not.toContain('health-visitor')
  expect((await api.get(boardChair, path)).status).toBe(404)
  expect((await api.get(officeManager, `/api/outlines/${ref}`)).status).toBe(404)
  const report = await api.get(healthVisitor, path)
  expect(report.body.proposals).toEqual([])
  expect(report.text).not.toContain('Proposed')
  const home = await api.get(boardChair, '/api/home')
  expectContract('home', home)
  expect(home.body.waiting).toMatchObject({
    total: 1,
    rows: [
      {
        ref,
        opens: 'outline',
        says: 'Agree to what is proposed, or say why not by Tuesday 31 March 2026.',
      },
    ],
  })
  const hers = (await api.get(seniorNurse, '/api/home')).body.waiting.rows
  expect(hers).toMatchObject([{ ref, opens: 'record' }])
})

test('it is decided once the chair agrees, and once only', async () => {
  const { api, ref, path, outline } = await proposed()
  const [agree] = outline.body.allowed
  const change = aChange(3, agree.given)
  for (let times = 0; times < 2; times += 1) {
    const answer = await api.post(boardChair, `${path}/agree`, change)
    expectContract('agreeObservation', answer)
    expect(answer.body.says).toBe(`${ref}: Agreed. It is done now.`)
  }
  expect((await api.get(seniorNurse, path)).body).toMatchObject({ stage: 'underWay', version: 4 })
  const { waiting } = (await api.get(boardChair, '/api/home')).body
  expect(waiting.rows.filter(({ says }: { says: string }) => says.includes('Agree'))).toEqual([])
  const late = await api.post(boardChair, `${path}/agree`, aChange(4, agree.given))
  expect(late.status).toBe(404)
})

test('not agreeing needs a reason, which whoever triages reads', async () => {
  const { api, path, outline } = await proposed()
  const decline = (reason: string) =>
    api.post(
      boardChair,
      `${path}/decline`,
      aChange(3, { ...outline.body.allowed[1].given, reason }),
    )
  expect((await decline(' ')).status).toBe(422)
  expect((await decline('The panel first.')).status).toBe(200)
  const { body } = await api.get(seniorNurse, path)
  expect(body.stage).toBe('awaitingTriage')
  expect(body.history.at(-1).says).toBe('The chair did not agree. Reason: The panel first.')
  expect(namesOf(body.allowed)).toContain('decide')
})

test.each(['agree', 'decline', 'takeBack'])('%s is not for others', async (action) => {
  const { api, path, outline } = await proposed()
  const content = { ...outline.body.allowed[0].given, reason: 'Because.' }
  const { reason: _, ...bare } = content
  const change = aChange(3, action === 'decline' ? content : bare)
  expect((await api.post(officeManager, `${path}/${action}`, change)).status).toBe(404)
  expect((await api.post(healthVisitor, `${path}/${action}`, change)).status).toBe(403)
})
