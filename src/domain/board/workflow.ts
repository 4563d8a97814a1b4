import type { Move } from '../machinery/record-kind.ts'
import type { BoardAction } from './types.ts'

/** What somebody can be to the board settings. */
export type BoardParty =
  | 'system'
  /** Anybody the board has entered. */
  | 'staff'
  /** Somebody from an allowed tenant whom nobody has entered yet. */
  | 'newcomer'
  | 'businessManager'
  | 'chair'

export type BoardNeed =
  | 'boardName'
  | 'contacts'
  | 'newAgency'
  | 'knownAgency'
  | 'newPerson'
  | 'knownPerson'
  | 'workplace'
  | 'appointmentFits'
  | 'noConflict'
  | 'knownAppointment'
  | 'keepsBusinessManager'
  | 'reason'

const byOffice = { from: ['open'], to: null, by: ['businessManager'], gates: [] } as const

/** Who may change what in the board settings, and what has to be there first. */
export const BOARD_MOVES = {
  open: { from: [], to: 'open', by: ['system'], needs: ['boardName', 'contacts'], gates: [] },
  addAgency: { ...byOffice, needs: ['newAgency'] },
  changeAgency: { ...byOffice, needs: ['knownAgency'] },
  addPerson: { ...byOffice, needs: ['newPerson', 'workplace'] },
  changePerson: { ...byOffice, needs: ['knownPerson', 'workplace', 'keepsBusinessManager'] },
  introduceMyself: {
    from: ['open'],
    to: null,
    by: ['newcomer'],
    needs: ['newPerson', 'workplace'],
    gates: [],
  },
  appoint: { ...byOffice, needs: ['appointmentFits', 'noConflict'] },
  changeDeputy: { ...byOffice, needs: ['knownAppointment', 'appointmentFits', 'noConflict'] },
  endAppointment: { ...byOffice, needs: ['knownAppointment', 'keepsBusinessManager'] },
  setContacts: { ...byOffice, needs: ['contacts'] },
  chooseProfile: { from: ['open'], to: null, by: ['chair'], needs: ['reason'], gates: [] },
} as const satisfies Record<BoardAction, Move<'open', BoardParty, BoardNeed>>
