import { lateCard, lateRecordCard } from '../../../src/bot/cards/late-card.ts'
import { pressingCard, remindersCard } from '../../../src/bot/cards/reminder-cards.ts'
import { ACTIVITY_MATTERS } from '../../../src/domain/activity/duties.ts'
import { OBSERVATION_MATTERS } from '../../../src/domain/observation/matters.ts'
import type { RecordRef } from '../../../src/domain/words/ids.ts'
import { agencyId } from '../../../src/domain/words/ids.ts'
import type { Late, LateLine } from '../../../src/usecases/reminding/list-late.ts'
import type { Reminded } from '../../../src/usecases/reminding/what-to-remind.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'
import { sampleLink } from './sample-world.ts'

const { decide, acknowledge } = OBSERVATION_MATTERS
const OBSERVATION = 'OBS-2026-0042' as RecordRef // in the form that references have
const ACTIVITY = 'LRN-2026-0002' as RecordRef
const DUE = '2026-03-06T17:00:00.000Z'

const line = (overrides: Partial<Reminded> = {}): Reminded => ({
  kind: 'observation',
  ref: OBSERVATION,
  matter: decide,
  due: DUE,
  agency: agencyId('health'),
  isLate: false,
  isUrgent: false,
  isTheirs: true,
  ...overrides,
})

const late = (overrides: Partial<LateLine> = {}): LateLine => ({
  kind: 'observation',
  ref: OBSERVATION,
  matter: decide,
  agency: agencyId('health'),
  due: DUE,
  lateWorkingDays: 3,
  ...overrides,
})

/** Reminders of what waits, and what is late on the whole board. */
export function waitingSamples({ board }: SampleWorld): readonly CardSample[] {
  const link = sampleLink('home', 'Open in the tab')
  const toLate = sampleLink('late', 'Open in the tab')
  const activity = { kind: 'activity', ref: ACTIVITY, matter: ACTIVITY_MATTERS.hold } as const
  const lines = [late({ matter: acknowledge }), late(), late(activity)]
  const some: Late = {
    lines,
    byAgency: [{ agency: agencyId('health'), count: lines.length }],
    byMatter: lines.map(({ matter }) => ({ matter, count: 1 })),
    isMore: false,
    board,
  }
  return [
    {
      name: 'Reminder of the day',
      says: 'Once a day: what is due or late, and what is late elsewhere for whoever it climbed to.',
      card: remindersCard(
        [
          line({ matter: acknowledge }),
          line({ ...activity, isLate: true }),
          line({ isLate: true, isTheirs: false }),
        ],
        board,
        link,
      ),
    },
    {
      name: 'Reminder: a child may be at risk',
      says: 'At once to whoever has not opened what may be danger (I1).',
      card: pressingCard(line({ isUrgent: true }), board),
    },
    {
      name: 'Reminder: a child may be at risk, elsewhere',
      says: 'The same for whoever it climbed to.',
      card: pressingCard(line({ isUrgent: true, isLate: true, isTheirs: false }), board),
    },
    {
      name: 'What is late',
      says: 'After “what is late”, for the business manager and the chair: references and dates only.',
      card: lateCard(some, toLate),
    },
    {
      name: 'What is late about one',
      says: 'After “Open” of a learning activity there: since when, whose it is, what can be done.',
      card: lateRecordCard(
        {
          kind: 'activity',
          id: ACTIVITY,
          agency: agencyId('health'),
          late: [
            {
              matter: ACTIVITY_MATTERS.hold,
              agency: agencyId('health'),
              due: DUE,
              lateWorkingDays: 3,
              heldBy: 'Senior, Health visiting',
              canDo: 'Ask them what holds it up.',
            },
          ],
          isSeen: false,
          board,
        },
        toLate,
      ),
    },
    {
      name: 'What is late, nothing',
      says: 'The same when nothing is.',
      card: lateCard({ ...some, lines: [], byAgency: [], byMatter: [] }, toLate),
    },
  ]
}
