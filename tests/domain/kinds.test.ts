import { expect, test } from 'vitest'
import {
  KIND_CODES,
  kindOf,
  observationKinds,
  questionsFor,
} from '../../src/domain/taxonomies/lists.ts'

const kinds = observationKinds.items

test('S4: good practice, good outcomes and typical cases are offered first', () => {
  expect(kinds.slice(0, 3).map(({ code }) => code)).toEqual([
    'goodPractice',
    'goodOutcome',
    'typicalCase',
  ])
  expect(kinds.slice(0, 3).every(({ group }) => group === 'appreciative')).toBe(true)
})

test('S4: every kind is offered alike, with a label and one sentence that fit beside each other', () => {
  const offered = kinds.map(({ label, says, help, words }) => ({
    fields: [label, says, words].every((field) => field.length > 0) && help === undefined,
    label: label.length <= 24,
    says: says.length >= 40 && says.length <= 80,
  }))
  expect(offered).toEqual(Array(8).fill({ fields: true, label: true, says: true }))
})

test('S4: an appreciative kind is asked what helped and how to repeat it', () => {
  const appreciative = KIND_CODES.filter((code) => kindOf(code)?.group === 'appreciative')
  const asked = appreciative.map((kind) =>
    ['whatHelped', 'howRepeat'].map(
      (code) => questionsFor(kind).find((question) => question.code === code)?.required,
    ),
  )
  expect(asked).toEqual(Array(3).fill([true, false]))
})

test('S4: praise takes no more answers than a concern', () => {
  const required = (code: 'goodPractice' | 'nearMiss' | 'disquiet') =>
    questionsFor(code).filter((question) => question.required).length
  expect(required('goodPractice')).toBeLessThanOrEqual(required('disquiet'))
  expect(required('goodPractice')).toBeLessThan(required('nearMiss'))
})

test('S5: a poor outcome and shortcomings in practice have kinds of their own', () => {
  expect(kindOf('poorOutcome')?.group).toBe('concern')
  expect(kindOf('practiceConcern')?.group).toBe('concern')
  const known = questionsFor('poorOutcome').find(({ code }) => code === 'outcomeKnown')
  expect(known?.required).toBe(true)
})

test('S9: a case that troubles somebody has a kind of its own, which needs no incident', () => {
  expect(kindOf('disquiet')?.says).toBe('A case troubles you, even if you cannot say why.')
})
