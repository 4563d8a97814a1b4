import type { z } from 'zod'
import { ALL_OPERATIONS, makesOf } from '../../contract/all-operations.ts'
import type { PageQuery } from '../../contract/common.ts'
import type { Operation } from '../../contract/operations.ts'
import type { DescribedName } from '../../contract/records.ts'
import { DESCRIBED, RECORD_ROUTES } from '../../contract/records.ts'
import type { Of } from '../../domain/records.ts'
import type { Narrowed } from '../../usecases/records/list-records.ts'
import { listRecords } from '../../usecases/records/list-records.ts'
import { makeRecord } from '../../usecases/records/make-record.ts'
import { readRecord } from '../../usecases/records/read-record.ts'
import { presentRecord, presentRecordPage } from '../present/record.ts'
import { changeHandlers, refIn } from './change-handlers.ts'
import type { Call, Handler } from './handler.ts'
import { handlerFor } from './handler.ts'

function operation(name: string): Operation {
  const named = ALL_OPERATIONS[name]
  if (!named) throw new TypeError(`there is no operation ${name}`)
  return named
}

/** Handlers of a kind that is shown as it is described: its list, one of it, making and changing. */
function handlersOf(kind: DescribedName): Readonly<Record<string, Handler>> {
  const { of, many } = RECORD_ROUTES[kind]
  const seen = async ({ deps, caller }: Call, ref: string) =>
    presentRecord(kind, await readRecord(deps, kind, ref, caller.actor, 'tab'))
  const made = Object.keys(makesOf(kind)).map((action) => [
    `${action}${of}`,
    handlerFor(operation(`${action}${of}`), async (call, { body }) => {
      const { submission, ...content } = body as { submission: string }
      const { deps, caller } = call
      // Made from the fields of the command. The workflow refuses codes that are on no list.
      const command = { type: action, ...content } as unknown as Of<typeof kind, 'command'>
      const { id } = await makeRecord(deps, kind, { command, submission, actor: caller.actor })
      return seen(call, id)
    }),
  ])
  return {
    [`list${many}`]: handlerFor(operation(`list${many}`), async ({ deps, caller }, { query }) => {
      // All but the page is narrowed to: a list of codes each, by the query's own shape.
      const { size, after, ...narrowed } = query as z.output<typeof PageQuery> & Narrowed
      const found = await listRecords(deps, kind, narrowed, { size, after }, caller.actor)
      return presentRecordPage(kind, found)
    }),
    [`get${of}`]: handlerFor(operation(`get${of}`), (call) => seen(call, refIn(call, kind))),
    ...Object.fromEntries(made),
    ...changeHandlers(kind, {
      seen: (call, ref) => seen(call, ref),
      gone: (_call, ref) => ({
        ref,
        gone: true,
        says: `Your change of ${ref} is kept. It is not yours to see any more.`,
      }),
    }),
  }
}

/** Handlers of every such kind, by the operation's name. */
export const DESCRIBED_HANDLERS: Readonly<Record<string, Handler>> = Object.assign(
  {},
  ...DESCRIBED.map(handlersOf),
)
