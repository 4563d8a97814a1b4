import {
  promptsCard,
  recordCard,
  recordForm,
  recordNotice,
} from '../../../src/bot/cards/record-cards.ts'
import { activityRecord } from '../../../src/domain/activity/activity.ts'
import type { Activity } from '../../../src/domain/activity/types.ts'
import { actorFor } from '../../../src/domain/board/directory.ts'
import { allowedFor, makingFor } from '../../../src/domain/machinery/allowed.ts'
import { agencyId, personId } from '../../../src/domain/words/ids.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'

const REF = 'LRN-2026-0007'
const SENIOR = personId('seniorNurse')
const NOW = '2026-03-27T09:00:00.000Z'
const link = { title: 'Open in the tab', url: 'https://example.org/tab/#/activities/LRN-2026-0007' }

/** Cards made from the workflow of a record, here a learning activity. */
export function recordSamples({ board, told }: SampleWorld): readonly CardSample[] {
  const activity: Activity = {
    stage: 'planned',
    type: 'teamMeeting',
    agency: agencyId('healthVisiting'),
    agencies: [agencyId('healthVisiting')],
    maker: SENIOR,
    holder: SENIOR,
    madeAt: NOW,
    dueOn: '2026-05-29',
    heldOn: null,
    about: told('How letters are checked before they go out.'),
    learning: [],
    evidence: null,
    links: [],
    origin: null,
    reporter: null,
    past: null,
    audit: null,
    notHeldBecause: null,
  }
  const actor = actorFor(board, SENIOR)
  const context = { board, now: NOW, calendar: { isHoliday: () => false } }
  const allowed = allowedFor(activityRecord, activity, actor, context)
  const ref = REF as never
  const seen = {
    ref,
    version: 1,
    view: activity,
    history: [],
    allowed,
    late: [],
    followedBy: [],
    board,
  }
  const [record] = makingFor(activityRecord, actor, context)
  if (!record) throw new TypeError('nothing can be recorded')
  return [
    {
      name: 'Learning: asked to hold it',
      says: 'To whoever holds a learning activity. Nothing anybody wrote.',
      card: recordNotice('activity', 'planned', REF),
    },
    {
      name: 'Learning: as it stands',
      says: 'After “Open it”, or its reference.',
      card: recordCard('activity', seen, { link, submission: 'sample' }),
    },
    {
      name: 'Learning: record it',
      says: 'After “learning from supervision”.',
      card: recordForm(
        record,
        { action: 'record', submission: 'sample' },
        { typed: { activity: 'supervision', heldOn: '2026-03-27' } },
      ),
    },
    {
      name: 'Learning: questions',
      says: 'After “supervision prompts”.',
      card: promptsCard(),
    },
  ]
}
