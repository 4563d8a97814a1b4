import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { Figures } from '../../src/contract/figures.ts'
import { ObservationDetail } from '../../src/contract/observations.ts'
import { titleOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { enoughFor } from '../support/stories.ts'

// The ways in that people use, in short: what they press in the chat and what the tab asks for.

type Door = Pick<TestApp, 'url'>

/** One request to the API as somebody of the demo board. */
export async function call({ url }: Door, person: string, where: string, body?: object) {
  const response = await fetch(`${url}/api/${where}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'X-Act-As': person, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

/** Raises a near miss in the tab. Returns it as its reporter sees it. */
export async function raisedInTab(door: Door, person = 'healthVisitor1') {
  const request = { submission: randomUUID(), kind: 'nearMiss', answers: enoughFor('nearMiss') }
  const { status, body } = await call(door, person, 'observations', request)
  expect(status).toBe(201)
  return ObservationDetail.parse(body)
}

/** An observation as somebody sees it in the tab. */
export async function seenInTab(door: Door, person: string, ref: string) {
  const { status, body } = await call(door, person, `observations/${ref}`)
  expect(status).toBe(200)
  return ObservationDetail.parse(body)
}

/** Takes an action in the tab on what is shown there now. */
export async function doneInTab(
  door: Door,
  person: string,
  ref: string,
  action: string,
  content: object = {},
) {
  const { version } = await seenInTab(door, person, ref)
  const request = { version, submission: randomUUID(), ...content }
  return call(door, person, `observations/${ref}/${action}`, request)
}

export const DECISION = {
  outcome: 'multiAgencyReview',
  reason: 'The same list is used in every clinic.',
  words: 'It will be used for learning, without names.',
  nextReviewOn: null,
} as const

export const FEEDBACK = { mode: 'tellWhatWasDone', text: 'Both clinics read the date aloud now.' }

/** Figures as the board office sees them, of the quarters that end with these months. */
export async function figuresOf(door: Door, ...quarters: readonly string[]) {
  const nearMisses = []
  const workingDays = []
  for (const quarter of quarters) {
    const { status, body } = await call(door, 'businessManager', `figures?quarters=1&to=${quarter}`)
    expect(status).toBe(200)
    const { groups, decisions } = Figures.parse(body)
    const kinds = groups.flatMap((group) => group.kinds)
    nearMisses.push(...(kinds.find(({ code }) => code === 'nearMiss')?.counts ?? []))
    workingDays.push(...decisions.medianWorkingDays)
  }
  return { nearMisses, workingDays }
}

/** From the triage card to the sent decision. Returns the card that shows it. */
export async function decidedInChat(senior: Chat, card: unknown): Promise<unknown> {
  const { outcome, reason, words } = DECISION
  const form = await senior.press(card, 'Decide')
  const writing = await senior.press(form.replaced, 'Go on', { outcome })
  const preview = await senior.press(writing.replaced, 'Preview', { reason, words })
  return (await senior.press(preview.replaced, 'Send decision')).replaced
}

/** From the card of a decision: tells the reporter what was done, and closes. */
export async function closedInChat(senior: Chat, card: unknown): Promise<unknown> {
  const form = (await senior.press(card, 'Give feedback')).replaced
  const told = await senior.press(form, 'Send the feedback', { text: FEEDBACK.text })
  return (await senior.press(told.replaced, 'Close')).replaced
}

/** The titles of all that somebody was sent about an observation, oldest first. */
export const titlesAbout = (chat: Chat, ref: string): readonly string[] =>
  chat.messages.filter(({ words }) => words.includes(ref)).map(({ card }) => titleOn(card))
