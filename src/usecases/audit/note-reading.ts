import type { Reading } from '../../ports/trail.ts'
import type { Deps } from '../deps.ts'

/**
 * Notes a reading of something confidential before it is shown. If the note fails, nothing is shown
 * (I2).
 * @throws DomainError `unavailable`
 */
export const noteReading = (
  { access, clock, newId }: Pick<Deps, 'access' | 'clock' | 'newId'>,
  reading: Omit<Reading, 'at' | 'cause'>,
): Promise<void> => access.add({ ...reading, at: clock.now(), cause: newId() })
