import { onTestFinished } from 'vitest'
import type { Stores } from '../../src/ports/stores.ts'

/** Stores of a test's own, empty. */
interface Opened {
  readonly stores: Stores
  /** Closes the stores and opens them again, as after a restart. */
  reopen(): Promise<Stores>
  /** Closes what is open and takes away what it left behind. */
  teardown(): Promise<void>
}

export type Setup = () => Promise<Opened>

export interface ContractOptions {
  /** False for stores that are gone when closed: nothing is promised about opening them again. */
  readonly outlivesClosing?: boolean
}

/** Stores for the test that calls it, taken down when it is over. */
export async function openFor(setup: Setup): Promise<Opened> {
  const opened = await setup()
  onTestFinished(opened.teardown)
  return opened
}

/** What a store must give back as it was given. */
export const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['letters of other scripts', 'Zażółć — привет — 你好 — שלום — مرحبا — नमस्ते'],
  ['emoji', 'Thank you 👩🏽‍⚕️🏳️‍🌈 👨‍👩‍👧'],
  ['Markdown and markup', '**bold** [a](https://example.org) <b>&amp;</b> `code`\n\n- one\n- two'],
  ['quotation marks and backslashes', `it's "so" \\n '; DROP TABLE observations; --`],
  ['a dot and a dollar sign first', '$set.name .hidden'],
  ['4,000 characters', 'ă'.repeat(4000)],
  ['nothing at all', ''],
]

/** How many of the attempts succeeded, and the codes with which the others were refused. */
export async function outcomesOf(attempts: readonly Promise<unknown>[]) {
  const settled = await Promise.allSettled(attempts)
  const refused = settled.filter((one) => one.status === 'rejected')
  return {
    succeeded: settled.length - refused.length,
    codes: [...new Set(refused.map(({ reason }) => reason?.code))],
  }
}
