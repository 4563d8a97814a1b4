import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { buttonsOn } from '../support/card-reading.ts'
import type { FakeTeams } from '../support/fake-teams.ts'
import type { Chat, Pressed } from '../support/start-app.ts'
import { chatOf } from '../support/start-app.ts'

type Door = { readonly url: string }

/** A chat whose every next message arrives at the next of the instances, as behind a balancer. */
export function inTurnChat(doors: readonly Door[], teams: FakeTeams, person: string) {
  let turns = 0
  const next = (): Chat => {
    const door = doors[turns % doors.length]
    if (!door) throw new Error('there is no instance')
    turns += 1
    return chatOf(door.url, teams, person)
  }
  return {
    say: (text: string, activityId?: string) => next().say(text, activityId),
    press: (...pressed: Parameters<Chat['press']>) => next().press(...pressed),
  }
}

const REPEATED_AFTER_MS = 100
const REPEATED_AT_MOST = 200

/**
 * The same, and what gets no answer is sent again, as Teams does: the same activity, to the next
 * instance. Teams waits longer.
 */
export function repeatingChat(doors: () => readonly Door[], teams: FakeTeams, person: string) {
  let turns = 0
  async function untilAnswered<Answer>(act: (chat: Chat, activityId: string) => Promise<Answer>) {
    const activityId = randomUUID()
    for (let repeated = 0; ; repeated += 1) {
      const all = doors()
      const door = all[turns % all.length]
      turns += 1
      try {
        return await act(chatOf(door?.url ?? '', teams, person), activityId)
      } catch (error) {
        if (repeated === REPEATED_AT_MOST) throw error
        await pause(REPEATED_AFTER_MS)
      }
    }
  }
  return {
    say: (text: string) => untilAnswered((chat, activityId) => chat.say(text, activityId)),
    press: (card: unknown, title: string, inputs: Readonly<Record<string, string>> = {}) =>
      untilAnswered(async (chat, activityId): Promise<Pressed> => {
        const pressed = await chat.press(card, title, inputs, activityId)
        if (pressed.status !== 200) throw new Error(`the bot answered ${pressed.status}`)
        return pressed
      }),
  }
}

/** Looks again until this is so, for as long as a test may wait. */
export async function eventually(isSo: () => Promise<boolean>, withinMs = 40_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not come about in time')
    await pause(50)
  }
}

/** What the buttons of a card carry, so that pressing any copy of it is one change. */
export const submissionOn = (card: unknown): unknown =>
  buttonsOn(card).find(({ data }) => data['submission'] !== undefined)?.data['submission']
