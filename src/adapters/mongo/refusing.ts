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

/** Codes of network errors, some of which come through the driver unchanged. */
const OF_THE_NETWORK = /^(E[A-Z0-9]+|EAI_[A-Z]+|ERR_(STREAM|SOCKET|SSL|TLS)_\w+)$/

const isOfTheNetwork = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  OF_THE_NETWORK.test(error.code)

/**
 * Whether the server or the way to it has failed. What we send is always well-formed, since no
 * filter or update is made of what people typed. So any other error means that. Duplicate keys are
 * handled where they are written.
 */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof MongoError ||
  error instanceof mongoose.Error.MongooseServerSelectionError ||
  isOfTheNetwork(error)

const outOfReach = (cause: unknown) =>
  new DomainError('unavailable', { why: 'outOfReach' }, { cause })

/** Turns what the driver or the server threw into a refusal. Our own defects stay as they are. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error
  return isOutOfReach(error) ? outOfReach(error) : error
}

/** How DocumentDB codes an SQLSTATE of PostgreSQL: six bits for each of its five characters. */
const sqlState = (state: string): number =>
  [...state].reduce(
    (code, character, place) => code + ((character.charCodeAt(0) - 48) & 63) * 64 ** place,
    0,
  )

/**
 * Two operations that waited for each other or met: the server has undone one of them, which
 * succeeds when done again. MongoDB says WriteConflict, DocumentDB what PostgreSQL says
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const UNDONE: readonly unknown[] = [112, sqlState('40P01'), sqlState('40001')]
const TRIES = 4
const PAUSE_MS = 20

/**
 * Repeats an operation that the server has undone. Every operation of a store may be done twice.
 */
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

/** As long as the tab waits for an answer. The chat has asked again by then. */
const LONGEST_MS = 30_000

class NeverAnswered extends Error {
  override readonly name = 'NeverAnswered'
}

/**
 * The driver's own limits come first. But it waits for ever where a large message can neither be
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
   * Wraps the functions of a store. Once closing has begun, each refuses as the ports say.
   * @param longestMs time limit of each; what was begun goes on unheard
   */
  guard<Store extends object>(store: Store, longestMs?: number): Store
  /** Takes no more, and resolves when everything that was taken has ended. */
  close(): Promise<void>
}

/**
 * Wraps every function of the stores: turns failures into refusals and counts what is under way.
 */
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
    // Every member of a store is a function that returns a promise. The ports have no others.
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
