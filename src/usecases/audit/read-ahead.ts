import type { ChainedKind } from '../../ports/trail.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'
import type { AuditedStores } from './audit-all.ts'
import { sayRecord } from './say-audit.ts'

/** A record of which something is kept that the program never writes. */
export class UnreadableRecord extends Error {
  constructor(kind: string, id: string) {
    // Without what could not be read: it may be somebody's words.
    super(
      `what is kept of ${sayRecord(kind, id)} is not what the program writes, and cannot be read`,
    )
    this.name = 'UnreadableRecord'
  }
}

const AT_ONCE = 16

/**
 * The same stores, for looking at all of them: with each page of chains, what belongs to it is read
 * side by side, for a server far away answers one question as fast as sixteen.
 * @throws UnreadableRecord from its functions, in the place of what was thrown
 */
export function readAhead({ trail, board, observations }: AuditedStores): AuditedStores {
  const inLane = lanes(AT_ONCE)
  const ahead = <Value>(kind: ChainedKind, read: (id: string) => Promise<Value>) => {
    const begun = new Map<string, Promise<Value>>()
    const readable = (id: string) =>
      read(id).catch((error: unknown) => {
        throw error instanceof SyntaxError ? new UnreadableRecord(kind, id) : error
      })
    return {
      begin(ids: readonly string[]) {
        begun.clear()
        for (const id of ids) {
          const reading = inLane(() => readable(id))
          // Heard by whoever asks for it; who stops before that has no use for it.
          reading.catch(() => undefined)
          begun.set(id, reading)
        }
      },
      get: (id: string) => begun.get(id) ?? readable(id),
      forget: (id: string) => begun.delete(id),
    }
  }
  const linksOf = (kind: ChainedKind) => ahead(kind, (id) => trail.links(kind, id))
  const links = {
    board: linksOf('board'),
    observation: linksOf('observation'),
    access: linksOf('access'),
  }
  const states = {
    board: ahead('board', board.load),
    observation: ahead('observation', observations.load),
  }
  return {
    board: { ...board, load: states.board.get },
    observations: { ...observations, load: states.observation.get },
    trail: {
      ...trail,
      async chains(kind, after, atMost) {
        const chains = await trail.chains(kind, after, atMost)
        const ids = chains.map(({ id }) => id)
        for (const each of CHAINED_KINDS) links[each].begin(each === kind ? ids : [])
        if (kind !== 'access') states[kind].begin(ids)
        return chains
      },
      chain(kind, id) {
        // Asked when something did not fit: then everything is read once more.
        links[kind].forget(id)
        if (kind !== 'access') states[kind].forget(id)
        return trail.chain(kind, id)
      },
      links: (kind, id) => links[kind].get(id),
    },
  }
}

/** Runs so many things at the same moment at most, the others after them. */
function lanes(atMost: number) {
  let free = atMost
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free === 0) await new Promise<void>((go) => waiting.push(go))
    else free -= 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
