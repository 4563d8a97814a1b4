import type { Instant } from '../domain/shared/time.ts'

export interface Clock {
  now(): Instant
}

/** Ids nobody can guess: for submissions, drafts, people. */
export type NewId = () => string
