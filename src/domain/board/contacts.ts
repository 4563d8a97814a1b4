import { oneLine } from '../words/text.ts'
import type { Contacts } from './types.ts'

/** What each line of the contacts is, in a sentence. */
export const CONTACT_LINES = {
  referral: 'the referral route in office hours',
  referralOutOfHours: 'the referral route out of office hours',
  office: 'the board office',
  support: 'support for people who have spoken up',
  whistleblowing: 'advice on whistleblowing',
} as const satisfies Readonly<Record<keyof Contacts, string>>

/** Shown for lines that nobody has filled in yet. */
export const UNKNOWN_CONTACTS = {
  referral: 'your local authority’s children’s social care',
  referralOutOfHours:
    'your local authority’s emergency duty team for children (ask the board office for its number)',
  support: 'your agency’s staff support',
  whistleblowing:
    'your agency’s whistleblowing policy says whom to ask, and so does the board office',
} as const

/** Contacts as kept. Boards opened by an earlier version have fewer lines. */
export type KeptContacts = Partial<Contacts> & Pick<Contacts, 'referral' | 'office' | 'support'>

/** The contacts as read. A line that was never asked for says whom to ask. */
export const wholeContacts = (kept: KeptContacts): Contacts => ({ ...UNKNOWN_CONTACTS, ...kept })

export const cleanContacts = (contacts: Contacts): Contacts => ({
  referral: oneLine(contacts.referral),
  referralOutOfHours: oneLine(contacts.referralOutOfHours),
  office: oneLine(contacts.office),
  support: oneLine(contacts.support),
  whistleblowing: oneLine(contacts.whistleblowing),
})
