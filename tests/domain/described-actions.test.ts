import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { readFields } from '../../src/domain/machinery/fields/read.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { ObservationCommand } from '../../src/domain/observation/types.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import { typedInto } from '../support/typed-into.ts'
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
      OBSERVATION_MOVES[
        action as Exclude<
          keyof typeof OBSERVATION_MOVES,
          'raise' | 'add' | 'noteLearning' | 'noteNotHeld'
        >
      ]
    const names = fields.flatMap(({ name }) => [name, `${name}.agency`, `${name}.person`])
    let taken = 0
    fc.assert(
      fc.property(typedInto(fields), (given) => {
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
