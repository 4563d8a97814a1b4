import type { AuditedStore } from './audited-store.ts'
import { forged, sealedAnew } from './audited-store.ts'
import type { Hands } from './tampering-hands.ts'

// Changes that leave every chain as it was, or make it anew, with all that anybody might think of.

export interface Tampering {
  readonly what: string
  readonly by: (hands: Hands, on: AuditedStore) => Promise<void>
  /** What is said about it. */
  readonly say: (on: AuditedStore) => string
}

const yearOf = (ref: string) => ref.slice(4, 8)

const field = (name: string, value: string | number | boolean): Tampering => ({
  what: `another “${name}” beside a record`,
  by: (hands, { told }) => hands.set(told, { [name]: value }),
  say: ({ told }) => `in ${told} the field “${name}” is not what its events make of it`,
})

/** All of these show in the store itself. */
export const TAMPERINGS: readonly Tampering[] = [
  field('stage', 'closed'),
  field('reporter', 'somebody'),
  field('agency', 'police'),
  field('acknowledged', false),
  field('raisedMonth', '2020-01'),
  field('version', 9),
  { ...field('version', 1), what: 'an earlier “version” beside a record' },
  field('delivered', 9),
  field('causes', '[]'),
  field('submission', 'another'),
  field('changed', 1),
  field('nextDue', '2020-01-01T09:00:00.000Z'),
  field('remindAt', '2020-01-01T09:00:00.000Z'),
  {
    what: 'another type beside an event',
    by: (hands, { told }) => hands.setEvent(told, 2, { type: 'ObservationClosed' }),
    say: ({ told }) => `in ${told} what lists say of event 2 is not what it is`,
  },
  {
    what: 'something hidden in an event that reads the same',
    by: async (hands, { told }) => {
      const [, second] = await hands.eventsOf(told)
      const data = JSON.stringify(second?.event).replace('{', '{"type":"She told me",')
      await hands.setEvent(told, 2, { data })
    },
    say: ({ told }) => `in ${told} event 2 is not as it was kept`,
  },
  {
    what: 'something hidden in a state that reads the same',
    by: async (hands, { told }) => {
      const { state } = forged(told, await hands.eventsOf(told))
      await hands.set(told, {
        state: JSON.stringify(state).replace('{', '{"stage":"She told me",'),
      })
    },
    say: ({ told }) => `in ${told} the record is not what its events make of it`,
  },
  {
    what: 'two events in each other’s place',
    by: async (hands, { told }) => {
      const [first, second] = await hands.eventsOf(told)
      for (const [seq, event] of [
        [1, second?.event],
        [2, first?.event],
      ] as const)
        await hands.setEvent(told, seq, { data: JSON.stringify(event), type: event?.type ?? '' })
    },
    say: ({ told }) => `in ${told} event 1 is not as it was kept`,
  },
  {
    what: 'events that cannot have happened, sealed anew',
    by: async (hands, { told }) => {
      const [first, second] = await hands.eventsOf(told)
      if (!first || !second) throw new Error('nothing happened')
      const made = forged(told, [first, second])
      const closed = { ...second, event: { type: 'ObservationClosed' } as const }
      await hands.put(told, { ...made, ...sealedAnew(told, [first, closed]) })
    },
    say: ({ told }) => `in ${told} event 2 cannot have followed on those before`,
  },
  {
    what: 'an event without what it has to hold, sealed anew',
    by: async (hands, { told }) => {
      const [first] = await hands.eventsOf(told)
      if (!first) throw new Error('nothing happened')
      const bare = { ...first, event: { type: first.event.type } as typeof first.event }
      await hands.put(told, { ...forged(told, [first]), ...sealedAnew(told, [bare]) })
    },
    say: ({ told }) => `in ${told} event 1 cannot have followed on those before`,
  },
  {
    what: 'a record taken away, but what was kept apart from it',
    by: (hands, { told }) => hands.drop('observation', told),
    say: ({ told }) => `${told} is not there, and there are `,
  },
  {
    what: 'a record taken away with its events, but who read it',
    by: async (hands, { told }) => {
      await hands.drop('observation', told, 'all')
      await hands.dropMessages(told)
    },
    say: ({ told }) => `${told} is not there, and there are readings of it`,
  },
  {
    what: 'a record taken away with its events and readings, but who was to be told',
    by: async (hands, { told }) => {
      await hands.drop('observation', told, 'all')
      await hands.drop('access', `observation/${told}`, 'all')
    },
    say: ({ told }) => `${told} is not there, and there are messages of it`,
  },
  {
    what: 'a log of readings taken away, but its lines',
    by: (hands, { told }) => hands.drop('access', `observation/${told}`),
    say: ({ told }) => `the log of who read observation/${told} is not there, and there are `,
  },
  {
    what: 'readings moved to another record',
    by: (hands, { told, untold }) =>
      hands.moveReadings(`observation/${told}`, `observation/${untold}`),
    say: ({ untold }) =>
      `in the log of who read observation/${untold} reading 1 is not as it was kept`,
  },
  {
    what: 'a record without a single event',
    by: async (hands, { untold }) => {
      const [first] = await hands.eventsOf(untold)
      if (!first) throw new Error('nothing happened')
      await hands.put(untold, { ...forged(untold, [first]), log: [], events: 0, head: '' })
    },
    say: ({ untold }) => `in ${untold} event 1 is missing`,
  },
  {
    what: 'a counter set back, so that it would give a reference twice',
    by: (hands, { told }) => hands.setCounter(`observation-${yearOf(told)}`, 1),
    say: ({ told, untold }) =>
      `the counter of references “observation-${yearOf(told)}” stands at 1, and ${untold} is there`,
  },
  {
    what: 'a report marked as told that nobody told its reporter of',
    by: (hands, { untold }) => hands.set(untold, { delivered: 2 }),
    say: ({ untold }) =>
      `in ${untold} everybody counts as told, and there is no message to the reporter about event 2`,
  },
  {
    what: 'a message to the reporter taken away',
    by: (hands, { told }) => hands.dropMessages(told),
    say: ({ told }) => `in ${told} everybody counts as told, and there is no message`,
  },
  {
    what: 'a record as it was before, with everything that follows',
    by: async (hands, { told }) => {
      const [first] = await hands.eventsOf(told)
      if (!first) throw new Error('nothing happened')
      await hands.put(told, forged(told, [first]))
      await hands.set(told, { delivered: 1 })
    },
    say: ({ told }) => `in ${told} there is no event 2, and somebody was to be told of it`,
  },
  {
    what: 'a reader whom nobody knows, sealed anew',
    by: (hands, { told }) => hands.forgeReading(`observation/${told}`, { by: 'nobody' }),
    say: ({ told }) =>
      `in the log of who read observation/${told} reading 1 names a reader whom the board does not know`,
  },
  {
    what: 'a door that there is not, sealed anew',
    by: (hands, { told }) => hands.forgeReading(`observation/${told}`, { door: 'She told me' }),
    say: ({ told }) =>
      `in the log of who read observation/${told} reading 1 names a door that there is not`,
  },
  {
    what: 'messages about no event',
    by: (hands, { told }) => hands.setMessages(told, { event: 0 }),
    say: ({ told }) =>
      `in ${told} there is a message about something that is the number of no event`,
  },
  {
    what: 'messages of a kind that there is not',
    by: (hands, { told }) => hands.setMessages(told, { notice: 'She told me' }),
    say: ({ told }) => `in ${told} there is a message of a kind that there is not`,
  },
  {
    what: 'messages about a record that is not there',
    by: (hands, { told }) => hands.setMessages(told, { recordId: 'OBS-2020-0001' }),
    say: () => 'OBS-2020-0001 is not there, and there are messages of it',
  },
  {
    what: 'a counter of nothing',
    by: (hands) => hands.addCounter('anything-2026'),
    say: () => 'there is a counter “anything-2026” of nothing that is counted',
  },
]
