import { z } from 'zod'
import { anyRecord } from '../domain/records.ts'
import { RecordDetail, RecordPage } from './any-record.ts'
import { CHANGES } from './changes.ts'
import { Code, list, PageQuery } from './common.ts'
import type { Operation } from './operations.ts'
import { OPERATIONS } from './operations.ts'
import type { DescribedName, RecordName } from './records.ts'
import { DESCRIBED, isDescribed, RECORD_ROUTES } from './records.ts'

// Made from the kinds of record as they are registered, so only the server loads it.

/** What makes a record of a kind, by the action's name. There is no version yet. */
export const makesOf = (name: DescribedName): Readonly<Record<string, z.ZodObject>> =>
  Object.fromEntries(
    Object.entries<z.ZodObject>(CHANGES[name])
      .filter(([action]) => isMaking(name, action))
      .map(([action, body]) => [
        action,
        body.omit({ version: true }).meta({ id: `${RECORD_ROUTES[name].of}${action}Request` }),
      ]),
  )

const isMaking = (name: DescribedName, action: string): boolean =>
  anyRecord(name).moves[action]?.from.length === 0

/** What changes a record that is there. */
export const changesIn = (name: RecordName): Readonly<Record<string, z.ZodObject>> =>
  Object.fromEntries(
    Object.entries<z.ZodObject>(CHANGES[name]).filter(
      ([action]) => !isDescribed(name) || !isMaking(name, action),
    ),
  )

const changing = (name: RecordName): Readonly<Record<string, Operation>> => {
  const { of, path, on, response } = RECORD_ROUTES[name]
  return Object.fromEntries(
    Object.entries(changesIn(name)).map(([action, body]) => [
      `${action}${of}`,
      {
        method: 'POST',
        path: `${path}/${action}`,
        summary: `Take the action “${action}” on ${on}`,
        body,
        status: 200,
        response,
      } satisfies Operation,
    ]),
  )
}

/** What a list of a kind can be narrowed to, and which page of it. */
const listQueryOf = (name: DescribedName) =>
  z.strictObject({
    ...Object.fromEntries(
      Object.entries(anyRecord(name).shown?.list.narrowing ?? {}).map(([part, { label }]) => [
        part,
        list(Code).describe(label),
      ]),
    ),
    ...PageQuery.shape,
  })

const described = (name: DescribedName): Readonly<Record<string, Operation>> => {
  const { of, many, path, on } = RECORD_ROUTES[name]
  return {
    [`list${many}`]: {
      method: 'GET',
      path: path.replace('/{ref}', ''),
      summary: `The ${anyRecord(name).plural} that are mine to see, in pages, and what I may make`,
      query: listQueryOf(name),
      status: 200,
      response: RecordPage,
    },
    [`get${of}`]: {
      method: 'GET',
      path,
      summary: `What ${on} holds, with the actions I may take`,
      status: 200,
      response: RecordDetail,
    },
    ...Object.fromEntries(
      Object.entries(makesOf(name)).map(([action, body]) => [
        `${action}${of}`,
        {
          method: 'POST',
          path: path.replace('{ref}', action),
          summary: `Make ${on} by the action “${action}”`,
          body,
          status: 201,
          response: RecordDetail,
        } satisfies Operation,
      ]),
    ),
  }
}

/** Every operation by its name, changes included. The OpenAPI document lists exactly these. */
export const ALL_OPERATIONS: Readonly<Record<string, Operation>> = {
  ...OPERATIONS,
  ...Object.assign({}, ...DESCRIBED.map(described)),
  // The keys of the table.
  ...Object.assign({}, ...(Object.keys(RECORD_ROUTES) as RecordName[]).map(changing)),
}
