import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { presentOffered } from '../../src/api/present/allowed.ts'
import { inputsOf } from '../../src/bot/cards/field-inputs.ts'
import { changesOf } from '../../src/contract/fields.ts'
import { OfferedAction } from '../../src/contract/form-fields.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import type { FieldOf } from '../../src/domain/machinery/fields/kinds.ts'
import { readFields } from '../../src/domain/machinery/fields/read.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import type { Move } from '../../src/domain/machinery/record-kind.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import type { Missing } from '../../src/domain/words/errors.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import { typedInto } from '../support/typed-into.ts'
import { anOuting, OUTING_MOVES, outingKind, someone } from './an-outing.ts'

const teacher = someone('teacher')
const context = { now: '2026-03-27T09:00:00.000Z', people: [teacher, someone('head')] }
const outing = anOuting()

const offered = allowedFor(outingKind, outing, teacher, context).find(
  ({ action }) => action === 'getReady',
)
const fields = offered?.fields ?? []
const { getReady } = changesOf(OUTING_MOVES, 'Outing')

const typed = {
  title: 'To the wood',
  kind: 'wood',
  raincoats: 'true',
  bring: 'lunch;map',
  coming: '20',
  on: '2026-04-01',
  lastTime: '2019-05',
  leader: 'head',
  from: 'school',
  meet: 'school/porter',
  seenIn: 'out-2026-0001',
  'stops.0.what': ' The old oak ',
  'stops.0.minutes': '15',
}
const run = (given: Readonly<Record<string, string>>) =>
  perform(
    outingKind,
    outing,
    // Read by the description that its type is made of.
    { type: 'getReady', ...readFields(OUTING_MOVES.getReady.fields, given) } as never,
    teacher,
    context,
  )
const missingIn = (given: Readonly<Record<string, string>>): readonly Missing[] => {
  try {
    run(given)
  } catch (error) {
    if (error instanceof DomainError && 'missing' in error.details) return error.details.missing
    throw error
  }
  return []
}

test('a form of every kind of field becomes one event with what was filled in', () => {
  expect(run(typed)).toEqual([
    {
      by: 'teacher',
      event: {
        type: 'OutingGotReady',
        title: 'To the wood',
        kind: 'wood',
        raincoats: true,
        whyNot: null,
        bring: ['lunch', 'map'],
        coming: 20,
        on: '2026-04-01',
        lastTime: { on: '2019-05-01', precision: 'month' },
        leader: 'head',
        from: 'school',
        meet: { agency: 'school', person: 'porter' },
        seenIn: ['OUT-2026-0001'],
        stops: [{ what: 'The old oak', minutes: 15 }],
      },
    },
  ])
})

test('everything that is missing or does not fit is named at once, at its field', () => {
  const wrong = {
    ...typed,
    title: 'x'.repeat(41),
    kind: 'moon',
    bring: 'piano',
    coming: '99',
    on: '2026-03-26',
    lastTime: 'long ago',
    leader: 'nobody',
    from: 'college',
    meet: 'school/teacher',
    seenIn: 'a, b, c',
    'stops.0.minutes': '100',
  }
  expect(missingIn(wrong).map(({ need }) => need)).toEqual([
    'title',
    'kind',
    'bring',
    'coming',
    'on',
    'lastTime',
    'leader',
    'from',
    'meet.person',
    'seenIn',
    'stops.0.minutes',
  ])
  expect(missingIn({}).map(({ need }) => need)).toEqual([
    'title',
    'kind',
    'coming',
    'on',
    'leader',
    'from',
    'meet.agency',
    'stops',
  ])
})

describe('a field that is asked only where another holds something', () => {
  test('is needed then; else a choice is dropped, and words are refused, never lost', () => {
    expect(missingIn({ ...typed, raincoats: '' })).toMatchObject([{ need: 'raincoats' }])
    expect(missingIn({ ...typed, raincoats: 'false' })).toMatchObject([{ need: 'whyNot' }])
    const words = { ...typed, kind: 'museum', raincoats: 'false', whyNot: 'Lost.' }
    const [refused, ...others] = missingIn(words)
    expect(others).toEqual([])
    expect(refused).toMatchObject({ need: 'whyNot', say: expect.stringContaining('Empty it') })
    expect(run({ ...words, whyNot: ' ' })).toMatchObject([
      { event: { kind: 'museum', raincoats: null, whyNot: null } },
    ])
  })

  const tables: readonly Readonly<Record<string, Move<string, string, string>>>[] = [
    OUTING_MOVES,
    OBSERVATION_MOVES,
  ]
  const forms = tables
    .flatMap((moves) => Object.entries(moves))
    .map(([action, move]) => ({ action, form: Object.entries<FieldOf>(move.fields ?? {}) }))
  test.each(forms)('stands after the field it looks at: $action', ({ form }) => {
    const names = form.map(([name]) => name)
    const early = form.filter(
      ([, { when }], index) => when && !names.slice(0, index).includes(when.field),
    )
    expect(early).toEqual([])
  })
})

test('card, request and domain agree about anything that is typed into the form', () => {
  let taken = 0
  fc.assert(
    fc.property(typedInto(fields), (given) => {
      const values = readFields(OUTING_MOVES.getReady.fields, given)
      const shown = fields
        .flatMap((field) =>
          inputsOf(field, { typed: given, problemAt: (...needs) => needs.join(' ') }),
        )
        .map(({ problem }) => problem)
      const missing = missingIn(given)
      for (const { need, say } of missing) {
        expect(say).toMatch(/^[A-Z“].*[.?”]$/s)
        // What is wrong is said at an input that the card has.
        if (need !== 'stops') expect(shown.join(' ').split(' ')).toContain(need)
      }
      if (missing.length > 0) return
      taken += 1
      // What the domain takes, the request lets through unchanged.
      const body = { version: 1, submission: 's', ...values }
      expect(getReady.parse(body)).toEqual(body)
    }),
    { numRuns: 800, seed: 7 },
  )
  expect(taken).toBeGreaterThan(0)
})

test('the form leaves the service as its contract says', () => {
  const [sent] = presentOffered(offered ? [offered] : [])
  expect(OfferedAction.parse(sent)).toEqual(sent)
  expect(sent?.fields.map(({ is }) => is)).toEqual([
    'text',
    'choice',
    'yesNo',
    'text',
    'choices',
    'number',
    'date',
    'date',
    'person',
    'agency',
    'place',
    'references',
    'rows',
  ])
  expect(sent?.fields[0]).toMatchObject({ atMost: 40, short: true, value: 'To the wood' })
  expect(sent?.fields).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ name: 'coming', value: '20' }),
      expect.objectContaining({ name: 'from', value: 'school' }),
    ]),
  )
})

test('the document of its request names each field, and needs what is always asked', () => {
  const { $defs } = z.toJSONSchema(getReady, { io: 'input' })
  const document = $defs?.['OutingGetReadyRequest']
  expect(document?.required).toEqual([
    'version',
    'submission',
    'title',
    'kind',
    'coming',
    'on',
    'leader',
    'from',
    'meet',
    'stops',
  ])
  expect(JSON.stringify(document)).toContain('"description":"Where do we meet?"')
})
