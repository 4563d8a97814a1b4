import { describe, expect, test } from 'vitest'
import {
  businessManager,
  chair,
  healthVisitor,
  objectIdOf,
  policeOfficer,
  TENANT,
} from './support/a-small-board.ts'
import { aChange, expectContract } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const AGENCIES = 'Name,Type,Supporter,How many work with children there'
const PEOPLE = 'Name,Job title,Works for,Tenant id,Object id of their account'
const NEW = '58b1f0c7-2d3e-4a69-9b84-0000000000ff'
const OFFICER = `${TENANT},${objectIdOf(policeOfficer)}`

const csvOf = (...lines: readonly string[]) => lines.join('\r\n')
const check = (api: RunningApi, sheet: string, csv: string, who = businessManager) =>
  api.post(who, '/api/board/sheet/check', { sheet, csv })
async function enter(api: RunningApi, sheet: string, csv: string, submission = 'once') {
  const version = (await api.deps.board.current())?.version ?? 0
  const body = { ...aChange(version, { sheet, csv }), submission }
  return api.post(businessManager, '/api/board/sheet/enter', body)
}
const stateOf = async (api: RunningApi) => (await api.deps.board.current())?.state

describe('a spreadsheet that is looked through', () => {
  test('says what it would add and change, and that the others stay', async () => {
    const api = await runningApi()
    const csv = csvOf(AGENCIES, 'Police,Health,Line 1,', 'Housing,local AUTHORITY,,"1,200"', '')
    const answer = await check(api, 'agencies', csv)
    expectContract('checkSheet', answer)
    expect(answer.body).toMatchObject({
      adds: 1,
      changes: 1,
      nothing: 0,
      others: 3,
      wrong: [],
      named: [
        {
          line: 2,
          name: 'Police',
          does: 'changes',
          changed: [{ column: 'Supporter', from: '', to: 'Line 1' }],
        },
        { line: 3, name: 'Housing', does: 'adds', changed: [] },
      ],
    })
    expect((await stateOf(api))?.agencies).toHaveLength(4)
  })

  test('a cell that its separator cut in two is said, and nothing of it is left out silently', async () => {
    const api = await runningApi()
    const head = 'Works for,Tenant id,Object id of their account,Job title,Name'
    const { body } = await check(
      api,
      'people',
      csvOf(head, `Police,${TENANT},${NEW},Nurse,Smith, Ann`),
    )
    expect(JSON.stringify(body.wrong)).toContain('more cells than there are columns: “Ann”')
  })

  test('lines without an account are told so one by one, not called twice the same', async () => {
    const api = await runningApi()
    const csv = csvOf(PEOPLE, 'Ann,,Police,,', 'Ben,,Police,,', 'Cat,,Police,,')
    const { body } = await check(api, 'people', csv)
    const wrong = body.wrong.map(({ line }: { line: number }) => line)
    expect([...new Set(wrong)]).toEqual([2, 3, 4])
    expect(JSON.stringify(body.wrong)).not.toContain('already')
  })

  test.each([
    ['agencies', 'Housing,Circus,,', 'Type', 'The line has “Circus”.'],
    ['agencies', ',Health,,', 'Name', 'Give the agency a name.'],
    ['agencies', 'Housing,Health,,many', 'How many work with children there', 'whole number'],
    ['people', `New,,Nowhere,${TENANT},${NEW}`, 'Works for', 'The line has “Nowhere”.'],
    ['people', `New,,Closed agency,${TENANT},${NEW}`, 'Works for', 'not retired. The line has'],
    [
      'people',
      `New,,Police,${TENANT},new@police.example`,
      'Object id of their account',
      'no object id',
    ],
    ['people', `New,,Police,,${NEW}`, 'Tenant id', 'Give the tenant id.'],
    ['people', `${'x'.repeat(201)},,Police,${TENANT},${NEW}`, 'Name', 'at most 200 fit'],
  ])('names line, column and what to do: %s %s', async (sheet, line, column, say) => {
    const api = await runningApi()
    const csv = csvOf(sheet === 'agencies' ? AGENCIES : PEOPLE, line)
    const { body } = await check(api, sheet, csv)
    expect(body.wrong).toMatchObject([{ line: 2, column, say: expect.stringContaining(say) }])
    expectRefused(await enter(api, sheet, csv), 422, 'incomplete')
  })

  test.each([
    ['1200', 1200],
    ['"1,200"', 1200],
    ['1.200', 1200],
    ['120.0', 120],
    ['"120,00"', 120],
    ['1 200', 1200],
  ])('%s people are %i', async (typed, staff) => {
    const api = await runningApi()
    await enter(api, 'agencies', csvOf(AGENCIES, `Housing,Health,,${typed}`))
    const housing = (await stateOf(api))?.agencies.find(({ name }) => name === 'Housing')
    expect(housing?.staff).toBe(staff)
  })

  test.each(['96.5', '"1,2"', '12.3456', '"1,,200"', '-5'])(
    '%s is no number of people',
    async (typed) => {
      const api = await runningApi()
      const { body } = await check(api, 'agencies', csvOf(AGENCIES, `Housing,Health,,${typed}`))
      expect(body.wrong).toMatchObject([{ line: 2, say: expect.stringContaining('whole number') }])
    },
  )

  test('a first line that only names the separator, and rows of nothing but separators, do not count', async () => {
    const api = await runningApi()
    const blank = Array.from({ length: 2500 }, () => ';;;')
    const csv = csvOf('sep=;', AGENCIES.replaceAll(',', ';'), 'Housing;Circus;;', ...blank)
    const { body } = await check(api, 'agencies', csv)
    expect(body.wrong).toMatchObject([{ line: 3, column: 'Type' }])
  })

  test.each(['\n', '\r\n'])('a cell of several lines is one line of the file: %j', async (end) => {
    const api = await runningApi()
    const lines = [AGENCIES, `Housing,Health,"One${end}Two${end}Three",`, '', 'Fire,Circus,,']
    const { body } = await check(api, 'agencies', lines.join(end))
    expect(body.wrong).toMatchObject([{ line: 4, column: 'Type' }])
    const open = await check(
      api,
      'agencies',
      [...lines.slice(0, 3), '"Fire,Health,,', ''].join(end),
    )
    expect(open.body.detail).toContain('from line 4 on')
  })

  test('says what of a person changes, in words', async () => {
    const api = await runningApi()
    const csv = csvOf(PEOPLE, `Name of the police officer,Constable,Community trust,${OFFICER}`)
    const { body } = await check(api, 'people', csv)
    const changed = [
      { column: 'Job title', from: 'police officer', to: 'Constable' },
      { column: 'Works for', from: 'Police', to: 'Community trust' },
    ]
    expect(body.named).toMatchObject([{ line: 2, does: 'changes', changed }])
  })

  test('an agency that is retired is not changed on the quiet', async () => {
    const api = await runningApi()
    const { body } = await check(api, 'agencies', csvOf(AGENCIES, 'Closed agency,Health,,7'))
    expect(body.wrong).toMatchObject([{ line: 2, say: expect.stringContaining('is retired') }])
  })

  test('a line that is there twice, or about somebody who has left, is wrong as a whole', async () => {
    const api = await runningApi()
    const left = `${TENANT},${objectIdOf('former-nurse' as typeof policeOfficer)}`
    const line = `New,,Police,${TENANT},${NEW}`
    const { body } = await check(api, 'people', csvOf(PEOPLE, line, line, `Old,,Police,${left}`))
    expect(body.wrong).toMatchObject([
      { line: 3, column: '', say: 'This is in line 2 already. Take one of the two lines out.' },
      { line: 4, column: '', say: expect.stringContaining('has left. Bring them back first') },
    ])
  })

  test.each([
    ['nothing', '', 'This file is empty'],
    ['no columns', 'a,b\r\n1,2', 'There is none called “Name”, “Type”'],
    ['a quotation mark that stays open', csvOf(AGENCIES, '"Housing,Health,,'), 'from line 2 on'],
    ['too many lines', `${AGENCIES}\n${'A,Health,,\n'.repeat(2001)}`, 'at most 2,000 are taken'],
  ])('%s is refused with what to do', async (_, csv, detail) => {
    const api = await runningApi()
    const answer = await check(api, 'agencies', csv)
    expectRefused(answer, 400, 'malformed')
    expect(answer.body.detail).toContain(detail)
  })

  test('is for the business manager alone, and of a million characters at most', async () => {
    const api = await runningApi()
    for (const who of [healthVisitor, chair])
      expectRefused(await check(api, 'agencies', AGENCIES, who), 403, 'not-your-role')
    expectRefused(await check(api, 'agencies', 'x'.repeat(1_000_001)), 400, 'malformed')
    expectRefused(await api.get(chair, '/api/board/sheet?sheet=people'), 403, 'not-your-role')
  })
})

describe('a spreadsheet that is entered', () => {
  test.each([
    ['as European Excel writes it', '\ufeff', ';'],
    ['with tabs', '', '\t'],
    ['with commas', '', ','],
  ])('is one change: %s', async (_, mark, separator) => {
    const api = await runningApi()
    const before = (await api.deps.board.current())?.version ?? 0
    const csv = csvOf(
      PEOPLE,
      `"Smith; A, B",Nurse,police,${TENANT},${NEW}`,
      `Officer,,Community trust,${OFFICER}`,
    )
    const written = csv
      .split('\r\n')
      .map((line, row) =>
        row === 1
          ? ['"Smith; A, B"', 'Nurse', 'police', TENANT, NEW].join(separator)
          : line.replaceAll(',', separator),
      )
      .join('\r\n')
    const answer = await enter(api, 'people', mark + written)
    expectContract('enterSheet', answer)
    expect(answer.body.version).toBe(before + 1)
    const people = (await stateOf(api))?.people
    expect(people?.find(({ objectId }) => objectId === NEW)).toMatchObject({
      name: 'Smith; A, B',
      jobTitle: 'Nurse',
      agency: 'police',
    })
    expect(people?.find(({ id }) => id === policeOfficer)).toMatchObject({
      name: 'Officer',
      jobTitle: '',
      agency: 'community-trust',
    })
  })

  test('I7: entered twice by the same submission it is entered once', async () => {
    const api = await runningApi()
    const csv = csvOf(AGENCIES, 'Housing,Health,,')
    const first = await enter(api, 'agencies', csv)
    const again = await api.post(businessManager, '/api/board/sheet/enter', {
      ...aChange(first.body.version - 1, { sheet: 'agencies', csv }),
      submission: 'once',
    })
    expect(again.body).toEqual(first.body)
  })

  test('enters nothing where one line is wrong', async () => {
    const api = await runningApi()
    const before = await stateOf(api)
    const answer = await enter(
      api,
      'agencies',
      csvOf(AGENCIES, 'Housing,Health,,', 'Fire,Circus,,'),
    )
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.missing).toMatchObject([{ say: expect.stringContaining('Line 3: Choose') }])
    expect(await stateOf(api)).toEqual(before)
  })

  test('a column that is not there changes nothing, and an empty cell empties', async () => {
    const api = await runningApi()
    await enter(api, 'agencies', csvOf(AGENCIES, 'Police,Health,Line 1,40'), 'one')
    await enter(
      api,
      'agencies',
      csvOf('Name;Type;Supporter', 'Police;Education and childcare;'),
      'two',
    )
    expect((await stateOf(api))?.agencies.find(({ id }) => id === 'police')).toEqual({
      id: 'police',
      name: 'Police',
      type: 'education',
      staff: 40,
      active: true,
    })
  })
})

describe('a spreadsheet that is exported', () => {
  test.each(['=HYPERLINK("x")', '+44 1632', '-1', '@SUM(A1)'])(
    'holds no formula, and comes back as it was: %s',
    async (name) => {
      const api = await runningApi()
      await enter(api, 'agencies', csvOf(AGENCIES, `"${name.replaceAll('"', '""')}",Health,,`))
      const answer = await api.get(businessManager, '/api/board/sheet?sheet=agencies')
      expectContract('exportSheet', answer)
      const { csv } = answer.body
      expect(csv.startsWith(`\ufeffName,Type`)).toBe(true)
      expect(csv).toContain(`'${name.charAt(0)}`)
      expect(csv).not.toMatch(/(^|[\n,"])[=+@-]/)
      expect((await check(api, 'agencies', csv)).body).toMatchObject({
        adds: 0,
        changes: 0,
        wrong: [],
        nothing: 4,
      })
    },
  )

  test('of people has their accounts, and nobody who has left', async () => {
    const api = await runningApi()
    const { body } = await api.get(businessManager, '/api/board/sheet?sheet=people')
    expect(body.csv).toContain(objectIdOf(policeOfficer))
    expect(body.csv).not.toContain('former nurse')
    expect((await check(api, 'people', body.csv)).body).toMatchObject({ nothing: 8, others: 1 })
  })
})

test('two thousand people are looked through and entered in good time', async () => {
  const api = await runningApi()
  const lines = Array.from(
    { length: 2000 },
    (_, index) =>
      `Person ${index},Nurse,Police,${TENANT},6${NEW.slice(1, -6)}${String(index).padStart(6, '0')}`,
  )
  const answer = await enter(api, 'people', csvOf(PEOPLE, ...lines))
  expect(answer.status).toBe(200)
  expect((await stateOf(api))?.people).toHaveLength(2009)
})
