import type { Chain, Sealed } from '../../src/domain/machinery/chain.ts'
import type { Kept } from '../../src/ports/keeping.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { ChainedKind } from '../../src/ports/trail.ts'
import { linkOf } from '../../src/usecases/audit/check-kept.ts'

type Keeps = Pick<Stores, 'keeping'>

const chainIn = ({ kind, id, events, head }: Kept): Chain => ({ kind, id, events, head })

/** The chain of a record, as the store says it. */
export async function chainOf({ keeping }: Keeps, kind: ChainedKind, id: string) {
  const kept = await keeping.row(kind, id)
  return kept && chainIn(kept)
}

/** The first chains of a kind. */
export const chainsOf = async ({ keeping }: Keeps, kind: ChainedKind, atMost = 100) =>
  (await keeping.rows(kind, null, atMost)).map(chainIn)

/** The events of a chain as they were sealed. */
export const linksOf = async (
  { keeping }: Keeps,
  kind: ChainedKind,
  id: string,
): Promise<readonly Sealed[]> => ((await keeping.row(kind, id))?.log ?? []).map(linkOf)
