import mongoose from 'mongoose'
import { DomainError } from '../../domain/shared/errors.ts'

const { MongoError } = mongoose.mongo

/** https://www.mongodb.com/docs/manual/reference/error-codes/: a unique index has the value already. */
const DUPLICATE_KEY = 11_000

export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoError && error.code === DUPLICATE_KEY

const SAY =
  'The database cannot be reached just now, so this may not have been kept. Wait a moment and do it ' +
  'again: what was kept already is not kept twice.'

/** The store has been closed: the program is stopping. */
const storeIsClosed = () =>
  new DomainError('unavailable', {
    what: 'store',
    say: 'The program is stopping: nothing was saved. Try again in a moment.',
  })

/** What the driver or the server threw as a refusal; a defect of our own stays what it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error
  // The server answers what we send as long as it is well: no filter or update is made of what
  // people typed. So whatever it refuses but a key that is taken, it refuses because it is not well.
  const isTheirs =
    error instanceof MongoError || error instanceof mongoose.Error.MongooseServerSelectionError
  if (!isTheirs) return error
  return new DomainError('unavailable', { what: 'store', say: SAY }, { cause: error })
}

export interface Doorkeeper {
  /** The same functions; each takes nothing once closing has begun, and refuses as the ports say. */
  guard<Store extends object>(store: Store): Store
  /** Takes nothing more, and resolves when everything that was taken has ended. */
  close(): Promise<void>
}

/** Stands before every function of the stores: turns failures into refusals, and counts what is under way. */
export function createDoorkeeper(): Doorkeeper {
  const underWay = new Set<Promise<unknown>>()
  let isClosing = false

  function guarded(work: (...given: readonly unknown[]) => Promise<unknown>) {
    return async (...given: readonly unknown[]) => {
      if (isClosing) throw storeIsClosed()
      const doing = work(...given)
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
    guard: <Store extends object>(store: Store) =>
      Object.fromEntries(
        Object.entries(store).map(([name, work]) => [name, guarded(work)]),
      ) as Store,
    async close() {
      isClosing = true
      await Promise.allSettled(underWay)
    },
  }
}
