import type { Instant } from '../domain/words/time.ts'

export interface Clock {
  now(): Instant
}

/** Ids nobody can guess: for submissions, drafts, people. */
export type NewId = () => string
