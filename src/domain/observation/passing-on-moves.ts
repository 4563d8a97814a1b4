import { agencyOf } from '../board/directory.ts'
import { agencyId } from '../words/ids.ts'
import type { ObservationMove } from './moves.ts'
import { REASON } from './moves.ts'
import { destinationsOf, isClosedTo, ownTriagers } from './routing.ts'
import { namedApart, sayRoute, saySentPast } from './saying.ts'

// Rows that pass a report on to somebody else.

export const REASSIGN = {
  from: ['awaitingTriage'],
  to: null,
  by: ['triager'],
  needs: [],
  gates: [],
  ends: 'proposals',
  label: 'Reassign',
  done: 'Reassigned. The reporter is told who reads it now.',
  fields: {
    to: {
      is: 'place',
      label: 'Who should look at it?',
      ask: 'Choose the agency that should look at it.',
      refused: (observation, { board }, agency) =>
        isClosedTo(observation, board, agencyId(agency))
          ? saySentPast(observation, board)
          : undefined,
      notThere: 'This person does not triage for that agency. Choose another.',
      help: ({ route }, { board }) =>
        `It is with ${agencyOf(board, route.agency)?.name ?? 'another agency'} now.`,
      places: (observation, { board }) =>
        destinationsOf(observation, board).map(({ people, ...there }) => ({
          ...there,
          people: namedApart(board, people),
        })),
    },
    reason: {
      ...REASON,
      help: 'For whoever it goes to. The reporter does not see it.',
    },
  },
} as const satisfies ObservationMove

/**
 * The business manager passes on what is late, from its outline. The agencies are those of the
 * board, whoever wrote the report: who is missing from a list of people would tell who that was.
 */
export const PASS_ON_LATE = {
  from: ['awaitingTriage'],
  to: null,
  by: ['overseer'],
  needs: ['isTakenThere'],
  gates: [],
  ends: 'proposals',
  label: 'Pass it on',
  done: 'Passed on. The reporter is told who reads it now.',
  fields: {
    agency: {
      is: 'agency',
      label: 'Which agency should look at it?',
      ask: 'Choose an agency of the list.',
      help: ({ route }, { board }) =>
        `It is with ${sayRoute(board, route)} now. Everybody who triages at the agency you choose is asked.`,
      agencies: (_observation, { board }) =>
        board.agencies.filter(({ active, id }) => active && ownTriagers(board, id).length > 0),
    },
    reason: {
      ...REASON,
      help: 'For whoever it goes to. The reporter does not see it.',
    },
  },
} as const satisfies ObservationMove

/** Somebody else decides, by the usual routing. Nobody is asked why. */
export const RECUSE = {
  from: ['awaitingTriage', 'underWay'],
  to: null,
  by: ['triager'],
  needs: [],
  gates: ['somebodyElse'],
  ends: 'proposals',
  label: 'Let another decide',
  send: 'Hand it on',
  confirm:
    'It goes to somebody else who triages there, or where nobody is left to the board office. You can still read it while it is with your agency, and no longer decide about it. Nobody is asked why. This cannot be undone.',
  isFinal: true,
  done: 'It is with somebody else now. You are not reminded of it any more.',
  fields: {},
} as const satisfies ObservationMove

/** What it says to whoever handed it on and may still read it. */
export const LEFT_TO_OTHERS =
  'You let another decide about it: nothing about it waits for you. You may still read it.'
