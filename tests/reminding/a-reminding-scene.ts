import { sha256 } from '../../src/adapters/shared/digest.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import type { ProposalCommand } from '../../src/domain/machinery/proposals.ts'
import type { Answer } from '../../src/domain/observation/types.ts'
import type { Of } from '../../src/domain/records.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import type { PersonId, RecordRef } from '../../src/domain/words/ids.ts'
import { dateOf, timeOfDay } from '../../src/domain/words/time.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { readObservation } from '../../src/usecases/observation/read-observation.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { planReminders } from '../../src/usecases/reminding/plan-reminders.ts'
import { whatPresses, whatToRemind } from '../../src/usecases/reminding/what-to-remind.ts'
import { sendDeliveries } from '../../src/usecases/telling/send-deliveries.ts'
import { aBoard } from '../domain/a-board.ts'
import { ENOUGH, holidays } from '../domain/an-observation.ts'
import { fixedClock } from '../support/fixed-clock.ts'

/** Two instances of the program on one store, a clock, and everybody in a chat. */
export async function aRemindingScene(
  stores: Stores,
  { at, board = aBoard(), off = [] }: { at: string; board?: BoardSettings; off?: string[] },
) {
  const clock = fixedClock(at)
  let ids = 0
  const newId = () => {
    ids += 1
    return `id-${ids}`
  }
  const deps: Deps = { ...stores, clock, newId, calendar: holidays(...off), digest: sha256 }
  const boardBecomes = async (state: BoardSettings) => {
    const before = await stores.board.current()
    const { name, contacts, profile } = state
    const event = { type: 'BoardOpened', name, contacts, profile } as const
    const seq = (before?.events ?? 0) + 1
    const one = { seq, at: clock.now(), by: SYSTEM.person, cause: newId(), event }
    await stores.board.save({
      id: BOARD_ID,
      from: before?.version ?? 0,
      state,
      events: [one],
      causes: [],
    })
  }
  await boardBecomes(board)

  const said: string[] = []
  const send: Messenger['send'] = async (_to, { notice, recipient, recordId }) => {
    const lines =
      notice === 'reminders'
        ? await whatToRemind(deps, recipient)
        : [await whatPresses(deps, 'observation', recordId as RecordRef, recipient)]
    const says = lines.flatMap((line) =>
      line
        ? `${line.isLate ? `late ${line.matter.is}` : line.matter.does} ${line.ref.slice(-1)}`
        : [],
    )
    if (says.length === 0) return { outcome: 'needless' }
    said.push(
      `${dateOf(clock.now()).slice(8)} ${timeOfDay(clock.now())} ${recipient}: ${says.join(', ')}`,
    )
    return { outcome: 'sent', messageId: `message-${said.length}` }
  }
  const sending = {
    ...deps,
    messenger: { send, update: send as never },
    rest: async () => undefined,
    addressOf: async (person: PersonId) => ({
      conversationId: person,
      reference: {},
      seenAt: clock.now(),
    }),
  }
  const actor = async (person: PersonId) =>
    actorFor((await stores.board.current())?.state ?? board, person)

  return {
    deps,
    clock,
    boardBecomes,
    raise: async (person: PersonId, answers: readonly Answer[] = ENOUGH.nearMiss) =>
      (
        await raiseObservation(deps, {
          kind: 'nearMiss',
          answers,
          submission: newId(),
          actor: await actor(person),
        })
      ).id,
    take: async (
      person: PersonId,
      id: string,
      command: Of<'observation', 'command'> | ProposalCommand,
    ) =>
      changeRecord(deps, 'observation', {
        id,
        // Answers to a proposal are rows of every kind that asks for a second person.
        command: command as Of<'observation', 'command'>,
        actor: await actor(person),
        submission: newId(),
      }),
    open: async (person: PersonId, id: string) =>
      readObservation(deps, id, await actor(person), 'card'),
    /** Goes on hour by hour, both instances at the same moment; gives what was said meanwhile. */
    passes: async (hours: number): Promise<readonly string[]> => {
      const before = said.length
      for (let hour = 0; hour < hours; hour += 1) {
        clock.advance({ hours: 1 })
        await Promise.all([planReminders(deps), planReminders(deps)])
        await Promise.all([sendDeliveries(sending), sendDeliveries(sending)])
      }
      return said.slice(before)
    },
  }
}
