import { z } from 'zod'
import type { Operation } from '../../contract/operations.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { Caller } from '../server/caller.ts'
import { parseRequest } from '../server/parse-request.ts'

/** What a handler needs to answer. */
export interface Call {
  readonly deps: Deps
  readonly caller: Caller
  readonly localMode: boolean
  /** The part of the address at `{ref}`. */
  readonly ref: string | undefined
}

/** What was sent, unchecked. */
export interface Sent {
  readonly query: unknown
  readonly body: unknown
}

/** Answers one operation, with a body in the shape the contract promises. */
export type Handler = (call: Call, sent: Sent) => Promise<unknown>

type Parsed<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined

interface Asked<Asks extends Operation> {
  readonly query: Parsed<Asks['query']>
  readonly body: Parsed<Asks['body']>
}

const NO_QUERY = z.strictObject({})

/** A handler whose request and answer have the types of its operation. */
export const handlerFor =
  <Asks extends Operation>(
    operation: Asks,
    answer: (call: Call, asked: Asked<Asks>) => Promise<z.output<Asks['response']>>,
  ): Handler =>
  async (call, { query, body }) => {
    const asked = {
      query: parseRequest(operation.query ?? NO_QUERY, query),
      body: operation.body && parseRequest(operation.body, body),
    }
    // True: each part was just read with the operation's own shape, or the operation has none.
    return answer(call, asked as Asked<Asks>)
  }
