import type { Reading } from '../../ports/trail.ts'
import type { Deps } from '../deps.ts'

/**
 * Writes down that something confidential is read, before it is shown: what cannot be noted is not
 * read (I2).
 * @throws DomainError `unavailable`
 */
export const noteReading = (
  { access, clock, newId }: Pick<Deps, 'access' | 'clock' | 'newId'>,
  reading: Omit<Reading, 'at' | 'cause'>,
): Promise<void> => access.add({ ...reading, at: clock.now(), cause: newId() })
