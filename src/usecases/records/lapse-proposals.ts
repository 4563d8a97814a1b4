import type { AnyListing } from '../../domain/machinery/listing.ts'
import { LAPSE } from '../../domain/machinery/proposals.ts'
import type { Kind, Of } from '../../domain/records.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import { SYSTEM } from '../../domain/words/actor.ts'
import { dateOf, plusDays } from '../../domain/words/time.ts'
import type { ListedStore } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { changeRecord } from './change-record.ts'

const AT_ONCE = 100

/**
 * Records proposals to which nobody agreed in time, so that the person who proposed hears of it.
 * They were no longer open before that. Doing it twice is harmless.
 * @returns of how many records
 */
export async function lapseProposals(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'calendar' | 'newId'>,
): Promise<number> {
  const yesterday = plusDays(dateOf(deps.clock.now()), -1)
  // A command of the machinery, which takes it for every kind. So it is not in a kind's own type.
  const command = { type: LAPSE } as unknown as Of<Kind, 'command'>
  let lapsed = 0
  for (const kind of KINDS) {
    const found = anyRecord(kind).lapsing?.(yesterday)
    if (!found) continue
    // The filter is of the kind's own description.
    const store = deps.records[kind] as unknown as ListedStore<never, never, AnyListing>
    const { rows } = await store.find(found.filter as never, found.order, { size: AT_ONCE })
    for (const { ref } of rows)
      await changeRecord(deps, kind, {
        id: ref,
        command,
        actor: SYSTEM,
        submission: deps.newId(),
      })
    lapsed += rows.length
  }
  return lapsed
}
