import { expect } from 'vitest'
import { perform } from '../../src/domain/machinery/perform.ts'
import type { KindTypes, RecordKind } from '../../src/domain/machinery/record-kind.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import type { ErrorCode, ErrorDetails } from '../../src/domain/words/errors.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import { personId } from '../../src/domain/words/ids.ts'

/** Where there is no record yet. */
export const nothing = undefined

/**
 * Sentences about one kind of record: given a record, when somebody gives a command, then these
 * events or that refusal.
 */
export const specOf = <K extends KindTypes>(record: RecordKind<K>, context: K['context']) => ({
  given: (state: K['state'] | undefined) => ({
    when(command: K['command'], actor: Actor) {
      const run = () =>
        perform(record, state, command, actor, context).map(({ event }): K['event'] => event)
      return {
        thenEvents: (events: readonly K['event'][]) => expect(run()).toEqual(events),
        thenState: (part: object) => expect(evolved(run())).toMatchObject(part),
        thenRefused<Code extends ErrorCode>(code: Code, details: Partial<ErrorDetails[Code]> = {}) {
          expect(refusalOf(run)).toMatchObject({ code, details })
        },
        /** Refused for want of exactly these, each with a sentence that says what to do. */
        thenMissing(needs: readonly string[]) {
          const refusal = refusalOf(run)
          const missing = 'missing' in refusal.details ? refusal.details.missing : []
          expect(missing.map(({ need }) => need)).toEqual(needs)
          for (const { say } of missing) expect(say).toMatch(/^[A-Z“].*[.?”]$/s)
        },
      }
      function evolved(events: readonly K['event'][]) {
        return events.reduce<K['state'] | undefined>(
          (before, event, index) =>
            record.evolve(before, {
              seq: index + 1,
              at: '2026-03-27T09:00:00.000Z',
              by: actor.person,
              cause: 'a-submission',
              event,
            }),
          state,
        )
      }
    },
  }),
})

/** The refusal something ends in; anything else, also success, fails the test. */
export function refusalOf(run: () => unknown): DomainError {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** Somebody the directory knows nothing of. */
export const aNewcomer: Actor = { person: personId('a-newcomer'), agency: null, roles: [] }
