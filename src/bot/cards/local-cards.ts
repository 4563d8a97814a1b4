import { formCard, formField, messageCard, submits } from './build.ts'
import type { Card } from './card-data.ts'
import { safetyLine } from './safety.ts'
import type { Talker } from './talk-cards.ts'
import { localNote, menuButtons } from './talk-cards.ts'
import { choiceName, named, plain } from './text.ts'

// Cards of local mode only, where one person plays everybody in one chat.

export interface Persona {
  readonly id: string
  /** "Senior Nurse: Senior for Health visiting" */
  readonly says: string
}

export const actAsCard = (people: readonly Persona[], current: string): Card =>
  formCard('Local mode: who would you like to be?', {
    intro: [
      `You are acting as ${named(current)}. In production everybody is who they signed in as.`,
    ],
    fields: [
      formField({
        kind: 'choice',
        id: 'person',
        label: 'Act as',
        required: true,
        choices: people.map(({ id, says }) => ({ title: choiceName(says), value: id })),
      }),
    ],
    buttons: [submits({ title: 'Be this person', verb: 'actAs', data: {} })],
  })

/** Replaces the card that asked. Its name stays out of notifications. */
export const nowActingCard = (says: string): Card =>
  messageCard(`You are ${named(says)}`, { summary: 'You are acting as somebody else now' })

interface Waiting {
  /** Sent to them and not shown yet. */
  readonly messages: number
  /** Reports that wait for their decision. */
  readonly decisions: number
}

const sayMessages = (count: number): readonly string[] =>
  count === 0
    ? []
    : [
        count === 1
          ? 'One message waited for you: here it is.'
          : `${count} messages waited for you: here they are.`,
      ]

const sayDecisions = (count: number): readonly string[] =>
  count === 0
    ? []
    : [
        count === 1
          ? 'One report waits for a decision of yours: it is under “My work”.'
          : `${count} reports wait for a decision of yours: they are under “My work”.`,
      ]

/** The first thing somebody sees as another person: who they are now, and what waits. */
export function actingCard(talker: Talker, { messages, decisions }: Waiting): Card {
  const said = [...sayMessages(messages), ...sayDecisions(decisions)]
  return messageCard(`You are ${named(talker.actingAs.split(':')[0] ?? '')}`, {
    summary: 'You are acting as somebody else now',
    safety: safetyLine(talker.board),
    note: localNote(talker),
    intro: said.length > 0 ? said : ['Nothing waits for you. Just type what you noticed.'],
    buttons: menuButtons(talker),
  })
}

const NAMES_AT_MOST = 3

/** One quiet line: who was written to, and how to see what they got. Not what it said. */
export function sayWrittenTo(names: readonly string[]): string {
  const said = names.slice(0, NAMES_AT_MOST).map(choiceName)
  const others = names.length - said.length
  const all = others > 0 ? [...said, others === 1 ? 'one other' : `${others} others`] : said
  const last = all.at(-1) ?? ''
  const who = all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${last}` : last
  const got = all.length > 1 ? 'are each being sent a message' : 'is being sent a message'
  return plain(`${who} ${got}. Type “act as ${said[0]}” to see it.`)
}
