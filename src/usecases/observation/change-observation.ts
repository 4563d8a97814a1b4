import { observationRecord } from '../../domain/observation/observation.ts'
import type { Observation, ObservationCommand } from '../../domain/observation/types.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import type { Submission } from '../handle-command.ts'
import { handleCommand } from '../handle-command.ts'
import { observationContext } from './context.ts'

/** Every command but raising, which makes the observation. */
export type ObservationChangeCommand = Exclude<ObservationCommand, { type: 'raise' }>

/** Takes an action on an observation: see `handleCommand` for what is refused and when. */
export const changeObservation = (
  deps: Pick<Deps, 'board' | 'observations' | 'clock' | 'calendar'>,
  submission: Submission<ObservationChangeCommand>,
): Promise<Stored<Observation>> =>
  handleCommand(observationRecord, deps.observations, submission, () => observationContext(deps))
