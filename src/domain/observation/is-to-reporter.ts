import { OBSERVATION_EVENTS } from './events.ts'

/**
 * Whether a message goes to the reporter. Getting it shows that somebody has reported something.
 */
export const isToReporter = (notice: string): boolean =>
  Object.values(OBSERVATION_EVENTS).some(({ tells }) =>
    tells.some((telling) => telling.who === 'reporter' && telling.notice === notice),
  )
