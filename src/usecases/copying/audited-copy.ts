import type { Sealed } from '../../domain/shared/chain.ts'
import type { Stored } from '../../ports/records.ts'
import type { CopiedChain, CopiedEvent, CopiedRecord, StoreCopy } from '../../ports/store-copy.ts'
import type { AuditedStores } from '../audit/audit-all.ts'

export const sealedOf = ({ type: _, data, ...rest }: CopiedEvent): Sealed => ({
  ...rest,
  event: JSON.parse(data),
})

const storedOf = <State>(row: CopiedRecord): Stored<State> => ({
  id: row.id,
  version: row.version,
  events: row.events,
  state: JSON.parse(row.state),
  causes: JSON.parse(row.causes),
})

/**
 * What was copied, for looking at all of it: whole pages are read at once, as they were written. One
 * by one it would take as long again as the copying.
 */
export function auditedCopy({ audited, parts }: StoreCopy): AuditedStores {
  const { trail, board, observations } = audited
  let records: ReadonlyMap<string, CopiedRecord> = new Map()
  let chains: ReadonlyMap<string, CopiedChain> = new Map()
  const byId = <Row extends CopiedChain>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.id, row]))
  const nothing = new Map<string, never>()
  const loaded = async <State>(
    id: string,
    load: (id: string) => Promise<Stored<State> | undefined>,
  ) => {
    const row = records.get(id)
    return row ? storedOf<State>(row) : load(id)
  }
  return {
    board: { ...board, load: (id) => loaded(id, board.load) },
    observations: { ...observations, load: (id) => loaded(id, observations.load) },
    trail: {
      ...trail,
      // One page is of one kind, and is looked at before the next is asked for.
      async chains(kind, after, atMost) {
        const found = await trail.chains(kind, after, atMost)
        const ids = found.map(({ id }) => id)
        records = kind === 'access' ? nothing : byId(await parts[kind].read(ids))
        chains = kind === 'access' ? byId(await parts[kind].read(ids)) : records
        return found
      },
      chain(kind, id) {
        // Asked when something did not fit: then it is read once more.
        records = nothing
        chains = nothing
        return trail.chain(kind, id)
      },
      links: async (kind, id) => chains.get(id)?.log.map(sealedOf) ?? trail.links(kind, id),
    },
  }
}
