import type { OpensAs, RecordContext, WaitingAbout } from '../registered.ts'
import { labelOf, observationKinds, worryScale } from '../taxonomies/lists.ts'
import { dateOf } from '../words/time.ts'
import { workingDaysBetween } from '../words/working-days.ts'
import { chosenLast } from './answers.ts'
import { sayPerson, sayWhatWaits } from './saying.ts'
import type { Observation } from './types.ts'
import { PUT_TO_BOARD, PUT_TO_REPORTER } from './waits.ts'

// Observations in a list of what waits. Nothing anybody wrote.

const opensAs = (matter: string): OpensAs =>
  PUT_TO_BOARD.includes(matter) ? 'outline' : PUT_TO_REPORTER.includes(matter) ? 'report' : 'record'

function say(
  observation: Observation,
  { opens, matters, byWhen, isUrgent }: WaitingAbout,
  { board, now, calendar }: RecordContext,
) {
  const title = labelOf(observationKinds, observation.kind)
  if (opens !== 'record') {
    const about = matters.includes('answer') ? ['May call for a statutory review'] : []
    return { title, says: byWhen, about }
  }
  const { stage, waitingSince, route, acknowledged } = observation
  const days = workingDaysBetween(calendar, dateOf(waitingSince), dateOf(now))
  const stands = sayWhatWaits({ stage, isUrgent }, days)
  const worry = chosenLast(observation, 'worry')
  return {
    title,
    says: [stands, byWhen].filter(Boolean).join(' '),
    about: [
      ...(worry ? [labelOf(worryScale, worry)] : []),
      ...(route.person ? [sayPerson(board, route.person)] : []),
      ...(route.person === null && acknowledged && stage === 'awaitingTriage'
        ? ['Somebody is on it']
        : []),
    ],
  }
}

export const OBSERVATION_WAITING = { opensAs, say }
