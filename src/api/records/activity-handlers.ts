import { MAKES } from '../../contract/changes.ts'
import { OPERATIONS } from '../../contract/operations.ts'
import { showActivityRow } from '../../domain/activity/shown.ts'
import type { ActivityCommand } from '../../domain/activity/types.ts'
import { readRef } from '../../domain/records.ts'
import type { ActivityTypeCode } from '../../domain/taxonomies/lists.ts'
import { activityStates, activityTypes } from '../../domain/taxonomies/lists.ts'
import type { Item, List } from '../../domain/taxonomies/types.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import { listActivities } from '../../usecases/activity/list-activities.ts'
import { makeRecord } from '../../usecases/records/make-record.ts'
import { readRecord } from '../../usecases/records/read-record.ts'
import { presentOffered } from '../present/allowed.ts'
import { presentRecord, presentRecordRow } from '../present/record.ts'
import { parseRequest } from '../server/parse-request.ts'
import { changeHandlers, refIn } from './change-handlers.ts'
import type { Call, Handler } from './handler.ts'
import { handlerFor } from './handler.ts'

const seen = async ({ deps, caller }: Call, ref: string) =>
  presentRecord('activity', await readRecord(deps, 'activity', ref, caller.actor, 'tab'))

const labelled = ({ items }: List<Item>) => items.map(({ code, label }) => ({ code, label }))

/** Makes one, by an action that begins with nothing. */
const make =
  (action: keyof (typeof MAKES)['activity']): Handler =>
  async (call, sent) => {
    const { submission, ...content } = parseRequest(MAKES.activity[action], sent.body)
    const { deps, caller } = call
    // Made from the fields of the command. The workflow refuses codes that are on no list.
    const command = { type: action, ...content } as unknown as ActivityCommand
    const { id } = await makeRecord(deps, 'activity', { command, submission, actor: caller.actor })
    return seen(call, id)
  }

/** Handlers of the operations on learning activities, by the operation's name. */
export const ACTIVITY_HANDLERS: Readonly<Record<string, Handler>> = {
  listActivities: handlerFor(
    OPERATIONS.listActivities,
    async ({ deps, caller }, { query: { stage, type, origin, size, after } }) => {
      const { rows, total, next, makes } = await listActivities(
        deps,
        {
          stages: stage,
          // A code that is on no list finds nothing.
          types: type as ActivityTypeCode[] | undefined,
          origins: origin === undefined ? undefined : [readRef('observation', origin) ?? NOWHERE],
        },
        { size, after },
        caller.actor,
      )
      return {
        rows: rows.map(presentRecordRow(showActivityRow, caller.board)),
        total,
        next,
        makes: presentOffered(makes),
        stages: labelled(activityStates),
        types: labelled(activityTypes),
      }
    },
  ),
  getActivity: handlerFor(OPERATIONS.getActivity, (call) => seen(call, refIn(call, 'activity'))),
  recordActivity: make('record'),
  planActivity: make('plan'),
  ...changeHandlers('activity', {
    seen: (call, ref) => seen(call, ref),
    gone: (_call, ref) => ({
      ref,
      gone: true,
      says: `Your change of ${ref} is kept. It is not yours to see any more.`,
    }),
  }),
}

const NOWHERE = '' as RecordRef
