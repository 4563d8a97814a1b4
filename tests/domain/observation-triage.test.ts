import { describe, expect, test } from 'vitest'
import { perform } from '../../src/domain/machinery/perform.ts'
import { tellingsOf } from '../../src/domain/observation/events.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { ObservationEvent } from '../../src/domain/observation/types.ts'
import {
  actorOf,
  communityTrust,
  deputyNurse,
  police,
  policeOfficer,
  policeSergeant,
  seniorNurse,
} from './a-board.ts'
import { aContext, anObservation, COMPLETE, NOW } from './an-observation.ts'
import { specOf } from './spec.ts'

const { given } = specOf(observationRecord, aContext())
const theSenior = actorOf(seniorNurse)

describe('starting on it', () => {
  test('the reporter is told once that somebody started, also when a second senior starts', () => {
    given(anObservation())
      .when({ type: 'acknowledge' }, theSenior)
      .thenEvents([{ type: 'ObservationAcknowledged' }])
    given(anObservation({ acknowledged: { by: seniorNurse, at: NOW } }))
      .when({ type: 'acknowledge' }, actorOf(deputyNurse))
      .thenEvents([])
  })
})

describe('passing it on', () => {
  test('nobody there has started on it yet, so the reporter will hear when somebody does', () => {
    const started = anObservation({ acknowledged: { by: seniorNurse, at: NOW } })
    const from = started.route
    const to = { agency: police, person: null }
    const event = { type: 'ObservationReassigned', from, to, reason: 'It happened there.' } as const
    const passedOn = observationRecord.evolve(started, {
      seq: 3,
      at: NOW,
      by: seniorNurse,
      cause: 'press-1',
      event,
    })
    expect(passedOn).toEqual({ ...started, route: to, acknowledged: null })
  })

  const reassign = (to: { agency: typeof police; person: typeof policeSergeant | null }) =>
    ({ type: 'reassign', to, reason: 'It happened at the station.' }) as const

  test('it goes to an agency, or to one who triages there', () => {
    for (const person of [null, policeSergeant])
      given(anObservation())
        .when(reassign({ agency: police, person }), theSenior)
        .thenEvents([
          {
            type: 'ObservationReassigned',
            from: { agency: communityTrust, person: null },
            to: { agency: police, person },
            reason: 'It happened at the station.',
            reporterIsTold: true,
          },
        ])
  })

  test('its reporter hears who reads it now; what was passed on before that was so tells nobody anew', () => {
    const [passedOn] = perform(
      observationRecord,
      anObservation(),
      reassign({ agency: police, person: null }),
      theSenior,
      aContext(),
    )
    const toldOf = (event: ObservationEvent) => tellingsOf(event, []).map(({ notice }) => notice)
    expect(passedOn && toldOf(passedOn.event)).toEqual(['triage', 'passedOn'])
    const { reporterIsTold: _, ...earlier } = { reporterIsTold: true, ...passedOn?.event }
    // as it was kept then
    expect(toldOf(earlier as ObservationEvent)).toEqual(['triage'])
  })

  test('S12: it is never given to its own reporter', () => {
    const theDeputy = actorOf(deputyNurse)
    given(anObservation({ reporter: seniorNurse }))
      .when(reassign({ agency: communityTrust, person: seniorNurse }), theDeputy)
      .thenMissing(['to.person'])
  })

  test('it is not given to somebody who does not triage there, nor to an unknown agency', () => {
    given(anObservation())
      .when(reassign({ agency: police, person: policeOfficer }), theSenior)
      .thenMissing(['to.person'])
    given(anObservation())
      .when(reassign({ agency: 'nowhere' as typeof police, person: null }), theSenior)
      .thenMissing(['to.agency'])
  })

  test('it is not passed on to where it is already, nor without a reason', () => {
    given(anObservation())
      .when(reassign({ agency: communityTrust, person: null }), theSenior)
      .thenMissing(['to'])
    given(anObservation())
      .when({ ...COMPLETE.reassign, reason: ' ' }, theSenior)
      .thenMissing(['reason'])
  })
})

describe('correcting the kind', () => {
  test("S5: triage corrects the kind, and the reporter's own kind is kept", () => {
    given(anObservation({ kind: 'poorOutcome', kindByReporter: 'poorOutcome' }))
      .when({ type: 'correctKind', kind: 'nearMiss', reason: 'It was caught.' }, theSenior)
      .thenState({ kind: 'nearMiss', kindByReporter: 'poorOutcome' })
  })

  test('S5: the old kind and the reason stay in the history', () => {
    given(anObservation({ kind: 'nearMiss', kindByReporter: 'disquiet' }))
      .when({ type: 'correctKind', kind: 'poorOutcome', reason: 'It did happen.' }, theSenior)
      .thenEvents([
        { type: 'KindCorrected', from: 'nearMiss', to: 'poorOutcome', reason: 'It did happen.' },
      ])
  })

  test('S5: the kind is not corrected without a reason, nor to what it is', () => {
    given(anObservation())
      .when({ type: 'correctKind', kind: 'nearMiss', reason: '' }, theSenior)
      .thenMissing(['kind', 'reason'])
  })
})
