import type { FieldOf } from '../../machinery/fields/kinds.ts'
import type { Move } from '../../machinery/record-kind.ts'
import { personId } from '../../words/ids.ts'
import { needsSuccessor } from '../handing-over.ts'
import type { BoardContext, BoardSettings } from '../types.ts'
import type { BoardNeed, BoardParty } from './by-office.ts'
import { byOffice, everybody, NAME_LIMIT, openAgencies, ownId, thePerson } from './by-office.ts'

const person = {
  is: 'person',
  label: 'Person',
  ask: 'Choose somebody who is entered and has not left. Reload the list: it may have changed.',
  given: true,
  people: everybody,
} as const satisfies FieldOf<'person', BoardSettings, BoardContext>

const entry = {
  name: {
    is: 'text',
    label: 'Name',
    called: 'The name',
    ask: 'Give the person a name.',
    short: true,
    atMost: NAME_LIMIT,
    starts: (board, context) => thePerson(board, context)?.name ?? '',
  },
  jobTitle: {
    is: 'text',
    label: 'Job title',
    called: 'The job title',
    ask: 'Give the job title, or leave it empty.',
    short: true,
    atMost: NAME_LIMIT,
    optional: true,
    starts: (board, context) => thePerson(board, context)?.jobTitle ?? '',
  },
  agency: {
    is: 'agency',
    label: 'Works for',
    ask: 'Choose the agency the person works for, one that is in the list and not retired.',
    // A person may stay at a retired agency they are at already: `workplace` decides.
    agencies: (board, context) =>
      board.agencies
        .filter(
          ({ active, id }) =>
            active || context.of === undefined || id === thePerson(board, context)?.agency,
        )
        .map(({ id, name }) => ({ id, name })),
    starts: (board, context) => thePerson(board, context)?.agency,
  },
} as const satisfies Record<string, FieldOf<'text' | 'agency', BoardSettings, BoardContext>>

/** People of the board. */
export const PEOPLE_MOVES = {
  addPerson: {
    ...byOffice,
    needs: ['ownId', 'account'],
    label: 'Add a person',
    send: 'Add them',
    done: 'Added. They can use Learning Loop at once.',
    fields: {
      id: ownId,
      ...entry,
      agency: { ...entry.agency, agencies: openAgencies },
      tenantId: {
        is: 'text',
        label: 'Tenant id',
        called: 'The tenant id',
        help: 'The id of their organisation in Microsoft Entra.',
        ask: 'Give the tenant id.',
        short: true,
        atMost: NAME_LIMIT,
        starts: ({ people }: BoardSettings) => people[0]?.tenantId ?? '',
      },
      objectId: {
        is: 'text',
        label: 'Object id of their account',
        called: 'The object id',
        help: 'Their own id in Microsoft Entra. It cannot be changed later: it is what says who they are.',
        ask: 'Give the object id of their account.',
        short: true,
        atMost: NAME_LIMIT,
      },
    },
  },
  changePerson: {
    ...byOffice,
    needs: ['workplace'],
    label: 'Change the entry',
    send: 'Save',
    done: 'Saved.',
    fields: { person, ...entry },
  },
  markAsLeft: {
    ...byOffice,
    needs: ['successor', 'noConflict', 'keepsBusinessManager'],
    label: 'Mark as left',
    send: 'They have left',
    done: 'Marked as left: they can do nothing here any more.',
    fields: {
      person,
      on: {
        is: 'date',
        label: 'Left on',
        help: 'Today where it is left empty. It counts from now on, whatever the day.',
        ask: 'Choose a day that is today or earlier, or leave it empty.',
        to: 'today',
        optional: true,
      },
      to: {
        is: 'person',
        label: 'Who takes over what they hold',
        help: (board, { of }) =>
          needsSuccessor(board, personId(of ?? ''))
            ? 'Choose somebody: the board needs a business manager.'
            : 'Where nobody is chosen, each deputy takes over, and a role without a deputy ends.',
        ask: 'Choose somebody else who is entered and has not left, or leave it empty.',
        optional: true,
        people: (board, context) => everybody(board).filter(({ id }) => id !== context.of),
      },
    },
  },
  bringBack: {
    ...byOffice,
    needs: [],
    label: 'Bring back',
    send: 'Bring them back',
    done: 'They are back. Give them their roles again, if they are to hold any.',
    fields: {
      person: {
        ...person,
        ask: 'Choose somebody who has left. Reload the list: it may have changed.',
        people: ({ people }: BoardSettings) =>
          people.filter(({ active }) => !active).map(({ id, name }) => ({ id, name })),
      },
    },
  },
  setAway: {
    ...byOffice,
    needs: [],
    label: 'Away until',
    send: 'Save',
    done: 'Saved.',
    fields: {
      person,
      until: {
        is: 'date',
        label: 'Away until',
        help: 'It is shown beside their name in Set-up. Leave it empty once they are there.',
        ask: 'Choose a day that is today or later, or leave it empty.',
        from: 'today',
        optional: true,
      },
    },
  },
} as const satisfies Record<
  string,
  Move<'open', BoardParty, BoardNeed, BoardSettings, BoardContext>
>
