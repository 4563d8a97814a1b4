import fc from 'fast-check'
import { expect, test } from 'vitest'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { ObservationCommand } from '../../src/domain/observation/types.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import { DomainError } from '../../src/domain/shared/errors.ts'
import { readFields } from '../../src/domain/shared/fields.ts'
import { allowedFor, perform } from '../../src/domain/shared/record.ts'
import type { ShownField } from '../../src/domain/shared/shown-fields.ts'
import { actorOf, seniorNurse } from './a-board.ts'
import {
  aClosedObservation,
  aContext,
  aDecidedObservation,
  anObservation,
} from './an-observation.ts'

const context = aContext()
const actor = actorOf(seniorNurse)
const observations = [anObservation(), aDecidedObservation(), aClosedObservation()]

/** What somebody may type or choose, by what the form offers; now and then what it does not. */
const typedInto = ({ is, choices, places }: ShownField): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    {
      weight: 3,
      arbitrary:
        is === 'choice'
          ? fc.constantFrom(...choices.map(({ value }) => value))
          : is === 'place'
            ? fc.constantFrom(
                ...places.flatMap(({ agency, people }) => [
                  agency,
                  ...people.map(({ id }) => `${agency}/${id}`),
                ]),
              )
            : is === 'date'
              ? fc.constantFrom('', '2026-03-27', '2031-02-30', '1999-01-01')
              : fc.constant('A sentence that is long enough to be taken.'),
    },
  )

const forms = observations.flatMap((observation) =>
  allowedFor(observationRecord, observation, actor, context)
    .filter(({ action }) => action !== 'add')
    .map(({ action, fields }) => ({ observation, action, fields })),
)

test.each(forms)(
  '$action, filled in in any way, is taken or refused at a field it shows',
  (form) => {
    const { observation, action, fields } = form
    const move =
      OBSERVATION_MOVES[action as Exclude<keyof typeof OBSERVATION_MOVES, 'raise' | 'add'>]
    const names = fields.flatMap(({ name }) => [name, `${name}.agency`, `${name}.person`])
    const typed = fc.record(Object.fromEntries(fields.map((one) => [one.name, typedInto(one)])))
    let taken = 0
    fc.assert(
      fc.property(typed, (given) => {
        const command = { type: action, ...readFields(move.fields, given) } as ObservationCommand
        try {
          expect(perform(observationRecord, observation, command, actor, context)).toHaveLength(1)
          taken += 1
        } catch (error) {
          if (!(error instanceof DomainError) || !('missing' in error.details)) throw error
          const gates: readonly string[] = move.gates
          for (const { need, say } of error.details.missing) {
            if (gates.length === 0) expect(names).toContain(need)
            expect(say).toMatch(/^[A-Z“].*[.?”]$/s)
          }
        }
      }),
      { numRuns: 200, seed: 42 },
    )
    expect(taken).toBeGreaterThan(0)
  },
)
