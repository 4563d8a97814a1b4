import type { Input } from '../talk/turn.ts'
import type { Card } from './card-data.ts'
import { sayCard } from './talk-cards.ts'

/**
 * Said at once when files or pictures came along: they can hold more about a child than words do.
 */
export const NO_FILES =
  'I cannot take files or pictures: nothing of them goes into your report. Keep them where your agency keeps its records, and tell me in words what matters about them.'

export const noFilesCard = (): Card => sayCard(NO_FILES, { buttons: [] })

export const CHANGED = {
  edited: {
    title: 'You changed a message. What I took from it first still stands: I do not read it again.',
    before: 'Before you send: type “back”, or change the answer on the last card.',
  },
  deleted: {
    title: 'You deleted a message. What I took from it still stands: it is not taken back by that.',
    before: 'Before you send: type “back” to change an answer, or “delete” to give it all up.',
  },
} as const

/** A message was changed or deleted in Teams. That changes nothing of what was taken. */
export const changedCard = (how: Extract<Input, { type: 'changed' }>['how']): Card =>
  sayCard(CHANGED[how].title, {
    intro: [
      CHANGED[how].before,
      'After you have sent: open your report and add what should be different. Both are kept.',
    ],
    buttons: [{ title: 'My reports', verb: 'myReports', data: {} }],
  })
