import { boardRecord } from '../../domain/board/board.ts'
import { observationRecord } from '../../domain/observation/observation.ts'
import type { Break, Chain, Digest, Sealed } from '../../domain/shared/chain.ts'
import { canonical, firstBreak } from '../../domain/shared/chain.ts'
import type { RecordStore } from '../../ports/records.ts'
import type { Stores } from '../../ports/stores.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'

/** What an audit looks at: the chains, and the states that their events should make. */
export type AuditedStores = Pick<Stores, 'trail' | 'board' | 'observations'>

export interface AuditResult {
  readonly records: number
  readonly readings: number
  readonly events: number
  /** The first place at which something is not as it was kept; `null` when all is whole. */
  readonly broken: Break | null
}

const AT_ONCE = 200

/**
 * Looks at every event of every record and every reading: is each sealed upon the one before it, is
 * none missing, and is each record what its events make of it (I2)? Stops at the first that is not.
 * @param onProgress told how many records and logs of readings have been looked at
 */
export async function auditAll(
  stores: AuditedStores,
  digest: Digest,
  onProgress: (looked: number) => void = () => undefined,
): Promise<AuditResult> {
  const { trail } = stores
  let [records, readings, events] = [0, 0, 0]
  for (const kind of CHAINED_KINDS) {
    let after: string | null = null
    for (;;) {
      const chains: readonly Chain[] = await trail.chains(kind, after, AT_ONCE)
      for (const chain of chains) {
        const { links, broken } = await auditOne(stores, digest, chain, kind)
        if (broken) return { records, readings, events, broken }
        events += links
        if (kind === 'access') readings += links
        else records += 1
      }
      onProgress(records + readings)
      after = chains.at(-1)?.id ?? null
      if (chains.length < AT_ONCE) break
    }
  }
  return { records, readings, events, broken: null }
}

/** How one chain stands. @returns how many links it has, and where it breaks */
export async function auditOne(
  stores: AuditedStores,
  digest: Digest,
  chain: Chain,
  kind: ChainedKind,
): Promise<{ readonly links: number; readonly broken: Break | null }> {
  const links = await stores.trail.links(kind, chain.id)
  const broken = firstBreak(digest, chain, links) ?? (await stateBreak(stores, chain, kind, links))
  if (!broken) return { links: links.length, broken: null }
  // Somebody may have written between the two readings: then it is looked at again.
  const now = await stores.trail.chain(kind, chain.id)
  if (now && now.events !== chain.events) return auditOne(stores, digest, now, kind)
  return { links: links.length, broken }
}

interface Replayed<State, Event> {
  readonly evolve: (state: State | undefined, recorded: Sealed<Event>) => State
  readonly store: Pick<RecordStore<State, Event>, 'load'>
}

async function stateBreak(
  { board, observations }: AuditedStores,
  { id, events }: Chain,
  kind: ChainedKind,
  links: readonly Sealed[],
): Promise<Break | null> {
  const differs =
    kind === 'board'
      ? await isOtherThanItsEvents({ evolve: boardRecord.evolve, store: board }, id, links)
      : kind === 'observation'
        ? await isOtherThanItsEvents(
            { evolve: observationRecord.evolve, store: observations },
            id,
            links,
          )
        : false
  return differs ? { kind, id, seq: events, why: 'stateDiffers' } : null
}

async function isOtherThanItsEvents<State, Event>(
  { evolve, store }: Replayed<State, Event>,
  id: string,
  links: readonly Sealed[],
): Promise<boolean> {
  const stored = await store.load(id)
  // The links of a kind are events of that kind: the store keeps them by it.
  const made = (links as readonly Sealed<Event>[]).reduce<State | undefined>(
    (state, link) => evolve(state, link),
    undefined,
  )
  return stored?.events === links.length && canonical(stored.state) !== canonical(made)
}
