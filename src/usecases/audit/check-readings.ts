import type { Sealed } from '../../domain/machinery/chain.ts'
import { canonical } from '../../domain/machinery/chain.ts'
import { DOORS } from '../../ports/trail.ts'
import type { Finding, WhyInRecord } from './finding.ts'

/**
 * Readings that cannot be true. A log that was sealed again looks whole, but may name a door or a
 * reader that does not exist.
 * @param readers everybody the board knows; absent where no board is known
 */
export function checkReadings(
  links: readonly Sealed[],
  readers: ReadonlySet<string> | undefined,
  finds: (why: WhyInRecord, seq: number) => Finding<WhyInRecord>,
): readonly Finding<WhyInRecord>[] {
  const isReading = ({ event }: Sealed) =>
    DOORS.some((door) => canonical(event) === canonical({ type: door }))
  return links.flatMap((link) => [
    ...(isReading(link) ? [] : [finds('noDoor', link.seq)]),
    ...(readers && !readers.has(link.by) ? [finds('noReader', link.seq)] : []),
  ])
}
