import type { FieldOf } from '../machinery/fields/kinds.ts'
import type { Move } from '../machinery/record-kind.ts'
import { statutoryProfiles } from '../taxonomies/lists.ts'
import { CONTACT_LINES } from './contacts.ts'
import { AGENCY_MOVES } from './moves/agencies.ts'
import { APPOINTMENT_MOVES } from './moves/appointments.ts'
import type { BoardNeed, BoardParty } from './moves/by-office.ts'
import { byOffice, NAME_LIMIT } from './moves/by-office.ts'
import { PEOPLE_MOVES } from './moves/people.ts'
import type { BoardContext, BoardSettings, Contacts } from './types.ts'

export type { BoardNeed, BoardParty } from './moves/by-office.ts'

const line = <Line extends keyof Contacts>(name: Line, label: string) =>
  ({
    is: 'text',
    label,
    called: CONTACT_LINES[name].replace(/^./, (letter) => letter.toUpperCase()),
    ask: `Fill in ${CONTACT_LINES[name]}.`,
    short: true,
    atMost: NAME_LIMIT,
    starts: ({ contacts }: BoardSettings) => contacts[name],
  }) as const satisfies FieldOf<'text', BoardSettings, BoardContext>

/** Who may change what in the board settings, and what has to be there first. */
export const BOARD_MOVES = {
  open: { from: [], to: 'open', by: ['system'], needs: ['boardName', 'contacts'], gates: [] },
  ...AGENCY_MOVES,
  ...PEOPLE_MOVES,
  introduceMyself: {
    from: ['open'],
    to: null,
    by: ['newcomer'],
    needs: ['introduction'],
    gates: [],
  },
  ...APPOINTMENT_MOVES,
  setContacts: {
    ...byOffice,
    needs: ['contacts'],
    label: 'Set the contacts',
    send: 'Save',
    done: 'Saved. Everybody reads them from now on.',
    fields: {
      referral: line('referral', 'Referral in office hours, with its number'),
      referralOutOfHours: line(
        'referralOutOfHours',
        'Referral out of office hours, with its number',
      ),
      office: line('office', 'The board office, with its number'),
      support: line('support', 'Support for people who have spoken up'),
      whistleblowing: line('whistleblowing', 'Advice on whistleblowing'),
    },
  },
  enterMany: { ...byOffice, needs: ['lines'] },
  chooseProfile: {
    from: ['open'],
    to: null,
    by: ['chair'],
    needs: [],
    gates: [],
    label: 'Choose the statutory profile',
    send: 'Choose it',
    done: 'Chosen.',
    fields: {
      profile: {
        is: 'choice',
        label: 'Statutory profile',
        ask: 'Choose one of the profiles.',
        codes: ['WT2013', 'WT2023'],
        choices: () =>
          statutoryProfiles.map(({ code, label }) => ({ value: code, label, help: '' })),
        starts: ({ profile }: BoardSettings) => profile,
      },
      reason: {
        is: 'text',
        label: 'Reason',
        called: 'The reason',
        ask: 'Say why the board changes its statutory profile.',
      },
    },
  },
} as const satisfies Record<
  string,
  Move<'open', BoardParty, BoardNeed, BoardSettings, BoardContext>
>
