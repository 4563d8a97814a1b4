import type { NoticeText } from '../registered.ts'

/**
 * Messages about what waits, for every kind of record. They hold no reporter and nothing anybody
 * wrote.
 */
export const REMINDERS = {
  reminder: {
    title: '{ref}: a child may be at risk, and it waits',
    is: 'at once, that what may be danger has not been opened or answered',
  },
  reminders: {
    title: 'What waits for you today',
    is: 'one message a day: what is due or late, by reference, matter and date',
  },
} as const satisfies Record<string, NoticeText>

export type Reminder = keyof typeof REMINDERS

export const isReminder = (notice: string): notice is Reminder => Object.hasOwn(REMINDERS, notice)
