import type { BoardTypes } from '../../src/domain/board/board.ts'
import { boardRecord } from '../../src/domain/board/board.ts'
import type { BoardCommand, BoardContext, BoardSettings } from '../../src/domain/board/types.ts'
import { BOARD_MOVES } from '../../src/domain/board/workflow.ts'
import { fieldProblems } from '../../src/domain/machinery/fields/check.ts'
import type { Fields } from '../../src/domain/machinery/fields/kinds.ts'
import type { Check, KindTypes, RecordKind } from '../../src/domain/machinery/record-kind.ts'
import type { ObservationContext } from '../../src/domain/observation/needs.ts'
import { OBSERVATION_NEEDS } from '../../src/domain/observation/needs.ts'
import type { ObservationTypes } from '../../src/domain/observation/observation.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { Observation, ObservationCommand } from '../../src/domain/observation/types.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import { agencyId, appointmentId, personId } from '../../src/domain/words/ids.ts'

const nobody = personId('nobody')
const agency = agencyId('an-agency')
const nowhere = agencyId('nowhere')
const retired = agencyId('retired')
const GUID = '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69'
const OBJECT = '58b1f0c7-2d3e-4a69-9b84-000000000001'
const noAppointment = appointmentId('no-appointment')
const somebody: Actor = {
  person: nobody,
  agency,
  roles: [{ role: 'businessManager', agency: null, as: 'holder' }],
}
const noContacts = {
  referral: '',
  referralOutOfHours: '',
  office: '',
  support: '',
  whistleblowing: '',
}
const unnamed = { id: nobody, tenantId: '', objectId: '', name: '', jobTitle: '', agency: nowhere }

const board: BoardSettings = {
  stage: 'open',
  name: 'A board',
  profile: 'WT2013',
  contacts: { ...noContacts, whistleblowing: '(the board’s advice on whistleblowing)' },
  agencies: [
    { id: agency, name: 'An agency', type: 'health', active: true },
    { id: retired, name: 'Another', type: 'health', active: false },
  ],
  people: [
    {
      ...unnamed,
      id: personId('custodian'),
      agency,
      active: true,
      tenantId: GUID,
      objectId: OBJECT,
    },
  ],
  appointments: [
    {
      id: appointmentId('custodian'),
      role: 'custodian',
      agency: null,
      holder: personId('custodian'),
      deputy: null,
    },
  ],
}

const context: ObservationContext = {
  board,
  now: '2026-01-01T09:00:00.000Z',
  calendar: { isHoliday: () => false },
}

/** The same board, where the report lies elsewhere and one person reads it. */
const elsewhere: ObservationContext = {
  ...context,
  board: {
    ...board,
    appointments: [
      ...board.appointments,
      {
        id: appointmentId('senior'),
        role: 'senior',
        agency: retired,
        holder: personId('custodian'),
        deputy: null,
      },
    ],
  },
}

const raised: Observation = observationRecord.evolve(undefined, {
  seq: 1,
  at: context.now,
  by: nobody,
  cause: 'an-example',
  event: {
    type: 'ObservationRaised',
    kind: 'disquiet',
    answers: [],
    mode: 'open',
    agency,
    sameDay: false,
  },
})

const addedTo: Observation = observationRecord.evolve(raised, {
  seq: 2,
  at: context.now,
  by: nobody,
  cause: 'another-example',
  event: { type: 'ObservationAddedTo', text: 'One more thing.', answers: [] },
})

const observation: Observation = observationRecord.evolve(addedTo, {
  seq: 3,
  at: context.now,
  by: nobody,
  cause: 'a-third-example',
  event: { type: 'HarmSaid', harm: 'died' },
})

// The types forbid an empty code, but a caller from outside can send one.
const noCode = '' as never

/** Commands that bring nothing, or what does not fit. Together they meet every need. */
const POOR_OBSERVATION_COMMANDS: readonly ObservationCommand[] = [
  { type: 'raise', kind: noCode, answers: [] },
  { type: 'raise', kind: 'disquiet', answers: [] },
  { type: 'raise', kind: 'disquiet', answers: [], to: 'office' },
  { type: 'add', text: null, answers: [] },
  { type: 'reassign', to: { agency: nowhere, person: null }, reason: '' },
  { type: 'reassign', to: { agency, person: null }, reason: '' },
  { type: 'reassign', to: { agency, person: personId('custodian') }, reason: '' },
  { type: 'reassign', to: { agency: retired, person: null }, reason: '' },
  { type: 'passOnLate', agency, reason: '' },
  { type: 'passOnLate', agency: retired, reason: '' },
  { type: 'sayHarm', harm: 'no' },
  { type: 'close', readUpTo: 0 },
  { type: 'decide', outcome: 'answerAndClose', reason: '', words: '', nextReviewOn: null },
]

const custodian = personId('custodian')
const unsaid = { jobTitle: null, agency } as const
const described = { agencyType: '', supporter: null, staff: null } as const

const POOR_BOARD_COMMANDS: readonly BoardCommand[] = [
  { type: 'setContacts', ...noContacts, referral: 'Ask us' },
  {
    type: 'open',
    name: '',
    contacts: noContacts,
    office: { id: agency, name: '', type: '' },
    businessManager: unnamed,
    appointment: noAppointment,
  },
  { type: 'addAgency', id: agency, name: 'Another', ...described },
  { type: 'addAgency', id: 'not@one', name: 'Another', ...described },
  { type: 'addAgency', id: SYSTEM.person, name: 'Another', ...described },
  { type: 'retireAgency', agency },
  { type: 'addPerson', id: null, name: 'A', ...unsaid, tenantId: 'x', objectId: 'y' },
  { type: 'addPerson', id: null, name: 'A', ...unsaid, tenantId: GUID, objectId: OBJECT },
  { type: 'introduceMyself', person: { ...unnamed, id: custodian } },
  { type: 'changePerson', person: custodian, name: 'A', jobTitle: null, agency: retired },
  { type: 'markAsLeft', person: custodian, on: null, to: custodian },
  {
    type: 'appoint',
    id: 'custodian',
    role: 'chair',
    agency,
    holder: custodian,
    deputy: custodian,
  },
  { type: 'handOver', appointment: 'none', holder: custodian },
  { type: 'handOver', appointment: 'custodian', holder: custodian },

  {
    type: 'enterMany',
    changes: [{ type: 'addAgency', id: null, name: '', ...described }],
  },
  { type: 'endAppointment', appointment: noAppointment },
]

/** What people read when a need is not met: each sentence once, in the order of the needs. */
function sentences<K extends KindTypes>(
  needs: RecordKind<K>['needs'],
  commands: readonly K['command'][],
  state: K['state'],
  about: K['context'],
): ReadonlyMap<string, readonly string[]> {
  const checks: [string, Check<K>][] = Object.entries(needs)
  return new Map(
    checks.map(([need, check]) => {
      const said = commands.flatMap((command) =>
        [somebody, { ...somebody, person: personId('custodian') }].flatMap((actor) =>
          check(command, state, about, actor),
        ),
      )
      if (said.length === 0) throw new Error(`no example is refused for want of ${need}: add one`)
      return [need, [...new Set(said.map(({ say }) => say))]]
    }),
  )
}

/** What people read when a field is empty or its value does not fit, by field. */
function fieldRefusals<State, Context extends { readonly now: string }>(
  moves: Readonly<
    Record<string, { readonly needs: readonly string[]; readonly fields?: Fields<State, Context> }>
  >,
  state: State,
  about: Context,
): ReadonlyMap<string, readonly string[]> {
  const fields = Object.values(moves).flatMap((move) => Object.entries(move.fields ?? {}))
  const asked = fields.filter(([, { given }]) => given === undefined)
  const said = asked.flatMap(([name, field]) =>
    ['', 'By {date}.', '2025-12-31'].flatMap((value) =>
      fieldProblems<State, Context>({ [name]: field }, { [name]: value }, state, about).map(
        ({ say }) => [`“${field.label}”`, say] as const,
      ),
    ),
  )
  return new Map(
    [...Map.groupBy(said, ([label]) => label)].map(([label, all]) => [
      label,
      [...new Set(all.map(([, say]) => say))],
    ]),
  )
}

export const observationFieldRefusals = () =>
  fieldRefusals<Observation, ObservationContext>(OBSERVATION_MOVES, observation, context)

export const boardFieldRefusals = () =>
  fieldRefusals<BoardSettings, BoardContext>(BOARD_MOVES, board, context)

export const observationRefusals = () =>
  sentences<ObservationTypes>(OBSERVATION_NEEDS, POOR_OBSERVATION_COMMANDS, observation, elsewhere)

export const boardRefusals = () =>
  sentences<BoardTypes>(boardRecord.needs, POOR_BOARD_COMMANDS, board, context)
