import { presentOffered } from '../../src/api/present/allowed.ts'
import type { OfferedAction } from '../../src/contract/form-fields.ts'
import { naming } from '../../src/domain/machinery/allowed.ts'
import { givenFields, shownFields } from '../../src/domain/machinery/fields/show.ts'
import type { ProposalAction } from '../../src/domain/machinery/proposals.ts'
import { PROPOSAL_MOVES } from '../../src/domain/machinery/proposals.ts'
import type { Move } from '../../src/domain/machinery/record-kind.ts'
import type { ObservationAction } from '../../src/domain/observation/workflow.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import { aContext, anObservation } from '../domain/an-observation.ts'
import { healthVisiting, socialCare, teamManager } from './people-records.ts'

/** Where it can be passed on to, in the names of these tests. */
const places: Extract<OfferedAction['fields'][number], { is: 'place' }>['places'] = [
  { agency: healthVisiting, anybody: false, people: [teamManager] },
  { agency: socialCare, anybody: true, people: [{ id: 'p-lead', name: 'Agency lead 1' }] },
]

export type AnyMove = Move<string, string, string>

/** An action as the service offers it: as the workflow describes it. */
export const offered = (
  action: ObservationAction | ProposalAction,
  overrides: Partial<OfferedAction> = {},
): OfferedAction =>
  offeredBy(
    action,
    { ...OBSERVATION_MOVES, ...PROPOSAL_MOVES }[action],
    anObservation(),
    aContext(),
    overrides,
  )

/** The same of any workflow, for a record as it stands. */
export function offeredBy(
  action: string,
  { label = '', send, preview, confirm, done, ...move }: AnyMove,
  state: unknown,
  context: unknown,
  overrides: Partial<OfferedAction> = {},
): OfferedAction {
  const as = [state as never, context as never] as const
  const fields = shownFields(move.fields ?? move.form ?? {}, ...as)
  const allowed = [
    {
      action,
      missing: [],
      label,
      likely: false,
      send: send ?? label,
      preview: preview ?? null,
      confirm: confirm ?? null,
      done: done ?? '',
      fields,
      given: givenFields(move.fields ?? {}, ...as),
      second: [],
    },
  ]
  const [one] = presentOffered(naming(allowed, 'OBS-2026-0042'))
  if (!one) throw new Error('an action that is not presented')
  return {
    ...one,
    fields: one.fields.map((field) => (field.is === 'place' ? { ...field, places } : field)),
    ...overrides,
  }
}
