import { setTimeout as pause } from 'node:timers/promises'
import mongoose from 'mongoose'
import { DomainError } from '../../domain/words/errors.ts'

const { MongoError } = mongoose.mongo

/** https://www.mongodb.com/docs/manual/reference/error-codes/: a unique index has the value already. */
const DUPLICATE_KEY = 11_000

export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoError && error.code === DUPLICATE_KEY

/** The store has been closed: the program is stopping. */
const storeIsClosed = () => new DomainError('unavailable', { why: 'stopping' })

/** What the network throws: some of it comes through the driver as it is. */
const OF_THE_NETWORK = /^(E[A-Z0-9]+|EAI_[A-Z]+|ERR_(STREAM|SOCKET|SSL|TLS)_\w+)$/

const isOfTheNetwork = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  OF_THE_NETWORK.test(error.code)

/**
 * Whether the server or the way to it is not well. The server answers what we send as long as it is
 * well: no filter or update is made of what people typed. So whatever it refuses, it refuses because
 * it is not; a key that is taken is answered for where it is written.
 */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof MongoError ||
  error instanceof mongoose.Error.MongooseServerSelectionError ||
  isOfTheNetwork(error)

const outOfReach = (cause: unknown) =>
  new DomainError('unavailable', { why: 'outOfReach' }, { cause })

/** What the driver or the server threw as a refusal; a defect of our own stays what it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error
  return isOutOfReach(error) ? outOfReach(error) : error
}

/** How DocumentDB gives an SQLSTATE of PostgreSQL: six bits for each of its five characters. */
const sqlState = (state: string): number =>
  [...state].reduce(
    (code, character, place) => code + ((character.charCodeAt(0) - 48) & 63) * 64 ** place,
    0,
  )

/**
 * Two that wait for each other, or came between one another: the server has undone one of them, and it
 * succeeds when it is done again. MongoDB says WriteConflict, DocumentDB what PostgreSQL says
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const UNDONE: readonly unknown[] = [112, sqlState('40P01'), sqlState('40001')]
const TRIES = 4
const PAUSE_MS = 20

/** Does a thing of a store again where the server has undone it: each may be done twice. */
async function againWhereUndone<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const isUndone = error instanceof MongoError && UNDONE.includes(error.code)
      if (!isUndone || attempt === TRIES) throw error
      await pause(PAUSE_MS * attempt)
    }
  }
}

/** As long as the tab waits for an answer; the chat has asked again by then. */
const LONGEST_MS = 30_000

class NeverAnswered extends Error {
  override readonly name = 'NeverAnswered'
}

/**
 * The driver's own limits come first, but it waits for ever where a large message can neither be
 * sent nor refused.
 */
async function withinTime<Result>(doing: Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(outOfReach(new NeverAnswered())), ms)
  })
  return Promise.race([doing, late]).finally(() => clearTimeout(timer))
}

export interface Doorkeeper {
  /**
   * The same functions; each takes nothing once closing has begun, and refuses as the ports say.
   * @param longestMs none takes longer; what was begun goes on unheard
   */
  guard<Store extends object>(store: Store, longestMs?: number): Store
  /** Takes nothing more, and resolves when everything that was taken has ended. */
  close(): Promise<void>
}

/** Stands before every function of the stores: turns failures into refusals, and counts what is under way. */
export function createDoorkeeper(): Doorkeeper {
  const underWay = new Set<Promise<unknown>>()
  let isClosing = false

  function guarded(work: (...given: readonly unknown[]) => Promise<unknown>, longestMs: number) {
    return async (...given: readonly unknown[]) => {
      if (isClosing) throw storeIsClosed()
      const doing = withinTime(
        againWhereUndone(() => work(...given)),
        longestMs,
      )
      underWay.add(doing)
      try {
        return await doing
      } catch (error) {
        throw asRefusal(error)
      } finally {
        underWay.delete(doing)
      }
    }
  }

  return {
    // Every member of a store is a function that gives a promise: the ports have no others.
    guard: <Store extends object>(store: Store, longestMs = LONGEST_MS) =>
      Object.fromEntries(
        Object.entries(store).map(([name, work]) => [name, guarded(work, longestMs)]),
      ) as Store,
    async close() {
      isClosing = true
      await Promise.allSettled(underWay)
    },
  }
}
