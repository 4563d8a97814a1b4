import type { FieldOf } from '../../machinery/fields/kinds.ts'
import type { Move } from '../../machinery/record-kind.ts'
import { agencyTypes, offered } from '../../taxonomies/lists.ts'
import type { BoardContext, BoardSettings } from '../types.ts'
import type { BoardNeed, BoardParty } from './by-office.ts'
import { byOffice, NAME_LIMIT, openAgencies, ownId, theAgency } from './by-office.ts'

const agency = {
  is: 'agency',
  label: 'Agency',
  ask: 'Choose an agency that is there. Reload the list: it may have changed.',
  given: true,
  agencies: ({ agencies }) => agencies,
} as const satisfies FieldOf<'agency', BoardSettings, BoardContext>

const entry = {
  name: {
    is: 'text',
    label: 'Name',
    called: 'The name',
    ask: 'Give the agency a name.',
    short: true,
    atMost: NAME_LIMIT,
    starts: (board, context) => theAgency(board, context)?.name ?? '',
  },
  agencyType: {
    is: 'choice',
    label: 'Type',
    ask: 'Choose a type of agency from the list.',
    codes: agencyTypes.items.map(({ code }) => code),
    choices: () =>
      offered(agencyTypes).map(({ code, label }) => ({ value: code, label, help: '' })),
    starts: (board, context) => theAgency(board, context)?.type ?? '',
  },
  supporter: {
    is: 'text',
    label: 'Supporter',
    called: 'The supporter',
    help: 'Who supports people there who have spoken up, and how to reach them.',
    ask: 'Say who supports people there, or leave it empty.',
    short: true,
    atMost: NAME_LIMIT,
    optional: true,
    starts: (board, context) => theAgency(board, context)?.supporter ?? '',
  },
  staff: {
    is: 'number',
    label: 'How many work with children there',
    help: 'Roughly.',
    ask: 'Give a whole number from 1 to 200,000, or leave it empty.',
    from: 1,
    to: 200_000,
    optional: true,
    starts: (board, context) => theAgency(board, context)?.staff,
  },
} as const satisfies Record<
  string,
  FieldOf<'text' | 'choice' | 'number', BoardSettings, BoardContext>
>

/** Agencies of the board. */
export const AGENCY_MOVES = {
  addAgency: {
    ...byOffice,
    needs: ['ownId', 'newAgency', 'freeName'],
    label: 'Add an agency',
    send: 'Add it',
    done: 'Added. The list says to whom its reports go.',
    fields: { id: ownId, ...entry },
  },
  changeAgency: {
    ...byOffice,
    needs: ['freeName'],
    label: 'Change the agency',
    send: 'Save',
    done: 'Saved.',
    fields: { agency, ...entry },
  },
  retireAgency: {
    ...byOffice,
    needs: ['notTheOffice'],
    label: 'Retire the agency',
    send: 'Retire it',
    done: 'Retired. You can open it again at any time.',
    fields: { agency: { ...agency, agencies: openAgencies } },
  },
  reopenAgency: {
    ...byOffice,
    needs: [],
    label: 'Open the agency again',
    send: 'Open it again',
    done: 'Open again.',
    fields: {
      agency: {
        ...agency,
        agencies: ({ agencies }: BoardSettings) => agencies.filter(({ active }) => !active),
      },
    },
  },
} as const satisfies Record<
  string,
  Move<'open', BoardParty, BoardNeed, BoardSettings, BoardContext>
>
