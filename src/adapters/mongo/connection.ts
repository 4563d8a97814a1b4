import type { Connection } from 'mongoose'
import mongoose from 'mongoose'

/**
 * Teams repeats a turn after 15 seconds. So an answer may take 5, and its retry another 5, or 4 to
 * find a server.
 */
const ANSWER_MS = 5_000
const PATIENCE_MS = 4_000

const COMMON = {
  // So what a person was told is kept survives the loss of any one server.
  w: 'majority',
  journal: true,
  // What is read cannot be rolled back afterwards.
  readConcernLevel: 'majority',
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: PATIENCE_MS,
  connectTimeoutMS: PATIENCE_MS,
  waitQueueTimeoutMS: PATIENCE_MS,
  heartbeatFrequencyMS: 2_000,
  appName: 'learning-loop',
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
} as const

/** The database in an address; a name of our own where the address has none. */
const DEFAULT_DATABASE = 'learning-loop'

function databaseIn(uri: string): string {
  const path = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]*)/.exec(uri)?.[1] ?? ''
  return path === '' ? DEFAULT_DATABASE : decodeURIComponent(path)
}

/** @throws what the driver throws when the server cannot be reached in time */
export function openConnection(uri: string): Promise<Connection> {
  return mongoose
    .createConnection(uri, {
      ...COMMON,
      dbName: databaseIn(uri),
      socketTimeoutMS: ANSWER_MS,
      wtimeoutMS: PATIENCE_MS,
      maxPoolSize: 64,
    })
    .asPromise()
}

/** For making indexes, which may take long. */
export function openSlowConnection(uri: string, maxPoolSize = 2): Promise<Connection> {
  return mongoose
    .createConnection(uri, { ...COMMON, dbName: databaseIn(uri), maxPoolSize })
    .asPromise()
}
