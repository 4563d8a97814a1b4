import { OBSERVATION_EVENTS } from './events.ts'

/** Whether a message goes to whoever raised it: who gets it has reported something. */
export const isToReporter = (notice: string): boolean =>
  Object.values(OBSERVATION_EVENTS).some(({ tells }) =>
    tells.some((telling) => telling.who === 'reporter' && telling.notice === notice),
  )
