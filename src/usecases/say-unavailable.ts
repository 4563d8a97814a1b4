import type { WhyUnavailable } from '../domain/words/errors.ts'

interface Said {
  /** For the person who was doing something: what became of it, and what they can do. */
  readonly person: string
  /** For the person who runs the program: what is wrong, and how to mend it. */
  readonly operator: string
}

const OURS =
  'Learning Loop cannot keep anything just now, so nothing was saved. Try again later, and tell the board office if it goes on.'
const SOON = 'Nothing was saved: Learning Loop is busy. Try again in a moment.'

/** Why nothing can be done just now, for the person and for the operator. */
const UNAVAILABLE: Readonly<Record<WhyUnavailable, Said>> = {
  busy: {
    person: SOON,
    operator: 'Another program is using the store. Stop it, or wait until it has ended.',
  },
  full: { person: OURS, operator: 'The disk is full. Free some space.' },
  io: { person: OURS, operator: 'The disk could not be read or written. Have it checked.' },
  readOnly: {
    person: OURS,
    operator: 'The store may only be read. Give the program the right to write to its data folder.',
  },
  damaged: {
    person: OURS,
    operator: 'The store is damaged. Stop the program, restore the latest backup and start again.',
  },
  cannotOpen: {
    person: OURS,
    operator: 'The store cannot be opened. See that its data folder is still there.',
  },
  otherwise: { person: SOON, operator: 'The store could not be written to.' },
  outOfReach: {
    person:
      'Learning Loop cannot reach its records just now, so this may not have been kept. Wait a moment and do it again: what was kept already is not kept twice.',
    operator: 'The database cannot be reached, or did not answer in time.',
  },
  stopping: {
    person: 'Learning Loop is being stopped: nothing was saved. Try again in a moment.',
    operator: 'The program was stopping.',
  },
  noBoard: {
    person: 'No board has been set up yet. Ask whoever runs Learning Loop to finish the set-up.',
    operator: 'No board has been set up yet: finish the first start.',
  },
  signInKeys: {
    person: 'Signing in cannot be checked just now. Try again in a minute.',
    operator: 'The keys of Microsoft Entra cannot be fetched.',
  },
}

export const sayUnavailable = (why: WhyUnavailable): string => UNAVAILABLE[why].person

export const sayToOperator = (why: WhyUnavailable): string => UNAVAILABLE[why].operator
