import fc from 'fast-check'
import type { FieldKind } from '../../src/domain/machinery/fields/kinds.ts'
import { rowInput } from '../../src/domain/machinery/fields/read.ts'
import type { ShownField, ShownOf } from '../../src/domain/machinery/fields/show.ts'

type Inputs = fc.Arbitrary<Readonly<Record<string, string>>>

const SENTENCE = 'A sentence that is long enough to be taken.'
const DAYS = ['', '2026-03-27', '2031-02-30', '1999-01-01', '2099-12-31']
const rubbish = fc.string({ unit: 'grapheme', maxLength: 60 })

const oneOf = (values: readonly string[]) =>
  values.length > 0 ? fc.constantFrom(...values) : fc.constant('')

/** What somebody may type or choose by what the form offers. */
const OFFERED: {
  readonly [Kind in Exclude<FieldKind, 'rows'>]: (field: ShownOf<Kind>) => fc.Arbitrary<string>
} = {
  text: () => fc.constant(SENTENCE),
  choice: ({ choices }) => oneOf(choices.map(({ value }) => value)),
  choices: ({ choices }) =>
    fc.subarray(choices.map(({ value }) => value)).map((chosen) => chosen.join(',')),
  yesNo: () => oneOf(['true', 'false']),
  number: ({ from, to }) => fc.integer({ min: from, max: to }).map(String),
  date: ({ precision }) => oneOf(precision.length > 0 ? [...DAYS, '2026-03', '2019'] : DAYS),
  person: ({ people }) => oneOf(people.map(({ id }) => id)),
  agency: ({ agencies }) => oneOf(agencies.map(({ id }) => id)),
  place: ({ places }) =>
    oneOf(
      places.flatMap(({ agency, people }) => [
        agency,
        ...people.map(({ id }) => `${agency}/${id}`),
      ]),
    ),
  references: ({ prefixes }) => oneOf(prefixes.map((prefix) => `${prefix}-2026-0042`)),
}

function inputOf<Kind extends Exclude<FieldKind, 'rows'>>(
  field: ShownOf<Kind>,
): fc.Arbitrary<string> {
  const make: (one: ShownOf<Kind>) => fc.Arbitrary<string> = OFFERED[field.is]
  return fc.oneof(
    { weight: 1, arbitrary: rubbish },
    { weight: 6, arbitrary: make(field) },
    // Words are seldom left under a question that is not asked.
    { weight: field.when && field.is === 'text' ? 12 : 0, arbitrary: fc.constant('') },
  )
}

/** What somebody may type into a form; now and then what it does not offer. */
export function typedInto(fields: readonly ShownField[]): Inputs {
  const inputs = fields.flatMap((field): readonly (readonly [string, fc.Arbitrary<string>])[] => {
    if (field.is !== 'rows') return [[field.name, inputOf(field)]]
    return [0, 1].flatMap((index) =>
      field.fields.flatMap((one) =>
        one.is === 'rows' ? [] : [[rowInput(field.name, index, one.name), inputOf(one)] as const],
      ),
    )
  })
  return fc.record(Object.fromEntries(inputs))
}
