import type { FieldOf } from '../../machinery/fields/kinds.ts'
import type { Move } from '../../machinery/record-kind.ts'
import { AGENCY_ROLES, STANDING_ROLES } from '../../words/actor.ts'
import { ROLE_LABELS } from '../saying.ts'
import type { BoardContext, BoardSettings } from '../types.ts'
import type { BoardNeed, BoardParty } from './by-office.ts'
import { byOffice, everybody, openAgencies, ownId, theAppointment } from './by-office.ts'

const appointment = {
  is: 'text',
  label: 'Appointment',
  called: 'The appointment',
  ask: 'Choose an appointment that is there. Reload the list: it may have changed.',
  short: true,
  atMost: 80,
  given: true,
} as const satisfies FieldOf<'text', BoardSettings, BoardContext>

const holder = {
  is: 'person',
  label: 'Who holds it',
  ask: 'Choose somebody who is entered and has not left.',
  people: everybody,
} as const satisfies FieldOf<'person', BoardSettings, BoardContext>

const deputy = {
  is: 'person',
  label: 'Deputy',
  help: 'May do the same as whoever holds it.',
  ask: 'Choose a deputy who is entered and has not left.',
  people: everybody,
  optional: true,
} as const satisfies FieldOf<'person', BoardSettings, BoardContext>

/** Who holds which role. */
export const APPOINTMENT_MOVES = {
  appoint: {
    ...byOffice,
    needs: ['ownId', 'appointmentFits', 'noConflict'],
    label: 'Give a role',
    send: 'Give it',
    done: 'Given. It counts at once.',
    fields: {
      id: ownId,
      role: {
        is: 'choice',
        label: 'Role',
        ask: 'Choose a role.',
        codes: STANDING_ROLES,
        choices: () =>
          STANDING_ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role], help: '' })),
      },
      agency: {
        is: 'agency',
        label: 'For which agency',
        ask: 'Choose the agency this role is for.',
        agencies: openAgencies,
        when: { field: 'role', oneOf: AGENCY_ROLES },
      },
      holder,
      deputy,
    },
  },
  handOver: {
    ...byOffice,
    needs: ['appointmentFits', 'noConflict', 'keepsBusinessManager'],
    label: 'Hand over',
    send: 'Hand it over',
    done: 'Handed over. It counts at once.',
    fields: { appointment, holder: { ...holder, label: 'Who holds it from now on' } },
  },
  changeDeputy: {
    ...byOffice,
    needs: ['appointmentFits', 'noConflict', 'keepsBusinessManager'],
    label: 'Change the deputy',
    send: 'Save',
    done: 'Saved.',
    fields: {
      appointment,
      deputy: {
        ...deputy,
        help: 'May do the same as whoever holds it. Leave it empty for nobody.',
        starts: (board, context) => theAppointment(board, context)?.deputy ?? undefined,
      },
    },
  },
  endAppointment: {
    ...byOffice,
    needs: ['appointmentFits', 'keepsBusinessManager'],
    label: 'End the role',
    send: 'End it',
    done: 'Ended.',
    fields: { appointment },
  },
} as const satisfies Record<
  string,
  Move<'open', BoardParty, BoardNeed, BoardSettings, BoardContext>
>
