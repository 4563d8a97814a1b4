import type { Digest, Sealed } from '../../domain/machinery/chain.ts'
import { canonical, firstBreak } from '../../domain/machinery/chain.ts'
import type { KeptDuty } from '../../domain/machinery/duties.ts'
import { nextDueOf, remindAtOf } from '../../domain/machinery/duties.ts'
import type { Kept, KeptRecord } from '../../ports/keeping.ts'
import { CAUSES_KEPT } from '../../ports/records.ts'
import type { CopiedEvent } from '../../ports/store-copy.ts'
import type { KnownOfBoard } from './audit-all.ts'
import type { AuditedKind, Due } from './audited-kinds.ts'
import { AUDITED_KINDS } from './audited-kinds.ts'
import { checkReadings } from './check-readings.ts'
import type { Finding, WhyInRecord } from './finding.ts'
import { isMadeUp } from './made-up.ts'

/** @throws SyntaxError for what is not JSON */
export const linkOf = ({ type: _, data, ...rest }: CopiedEvent): Sealed => ({
  ...rest,
  event: JSON.parse(data),
})

type Found = Finding<WhyInRecord>
type Finds = (why: WhyInRecord, seq?: number, what?: string) => Found

/**
 * Everything that is not as it was kept in one record or log of readings: its chain, and all that
 * follows from its events.
 * @param known absent where no board is known
 */
export function checkKept(
  kept: Kept,
  digest: Digest,
  known?: KnownOfBoard,
): readonly Finding<WhyInRecord>[] {
  const { kind, id, events, record, amiss } = kept
  const finds: Finds = (why, seq = events, what) => ({
    kind,
    id,
    why,
    seq,
    ...(what === undefined ? {} : { what }),
  })
  const links = readable(() => kept.log.map(linkOf))
  if (!links) return [finds('unreadable')]
  const broken = firstBreak(digest, kept, links)
  return [
    ...(broken ? [broken] : []),
    ...unlikeTheirData(kept.log, links, finds),
    // Events that are not whole prove nothing, so what follows from them is not checked.
    ...(broken || !record ? [] : checkRecord(kept.kind, record, links, finds, known)),
    ...(kind === 'access' ? checkReadings(links, known?.readers, finds) : []),
    ...amiss.map((clause) => finds('amiss', events, clause)),
  ]
}

/**
 * Events whose fields for lists do not match their data, or that the program would write otherwise.
 */
function unlikeTheirData(
  log: readonly CopiedEvent[],
  links: readonly Sealed[],
  finds: Finds,
): readonly Found[] {
  return log.flatMap(({ seq, type, data }, index) => {
    const event = links[index]?.event
    if (JSON.stringify(event) !== data) return [finds('changed', seq)]
    return typeOf(event) === type ? [] : [finds('typeDiffers', seq)]
  })
}

const typeOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined

function checkRecord(
  kind: Kept['kind'],
  record: KeptRecord,
  links: readonly Sealed[],
  finds: Finds,
  known: KnownOfBoard | undefined,
): readonly Found[] {
  if (kind === 'access') return []
  const audited = AUDITED_KINDS[kind]
  const made = madeOf(audited, links)
  if ('stoppedAt' in made) return [finds('impossible', made.stoppedAt)]
  const stored = readable(() => ({ state: JSON.parse(record.state) }))
  if (!stored) return [finds('unreadable')]
  const isState =
    canonical(audited.asRead(stored.state)) === canonical(made.state) &&
    // The text holds nothing that reading it would drop.
    JSON.stringify(stored.state) === record.state
  return [
    ...(isState ? [] : [finds('stateDiffers')]),
    ...fieldsThatDiffer(
      record,
      links,
      { ...made.columns, ...waitsIn(record, made.duties) },
      kind,
    ).map((field) => finds('fieldsDiffer', links.length, field)),
    ...checkMessages(
      record,
      links,
      // Nobody was told of what the demo did. Without a board nobody can tell what that is.
      { ...made, notices: audited.notices, mayBeDemo: known?.isMadeUp !== false },
      finds,
    ),
  ]
}

/** What follows from the events, or the number of the first event from which nothing does. */
function madeOf({ evolve, columnsOf, waitsOf, dueOf }: AuditedKind, links: readonly Sealed[]) {
  let state: unknown
  let at = links.length
  try {
    for (const link of links) {
      at = link.seq
      state = evolve(state, link)
    }
    return {
      state,
      columns: columnsOf(state),
      duties: waitsOf?.(state),
      due: links.map((link) => dueOf(state, link)),
    }
  } catch {
    // Drops the error: it may quote what somebody wrote.
    return { stoppedAt: at }
  }
}

/** What waits, and when to look again. What is not worked out yet is left to the next start. */
function waitsIn(
  { columns, reminded }: KeptRecord,
  duties: readonly KeptDuty[] | undefined,
): object {
  if (!duties || columns['duties'] === undefined) return {}
  const isMark = reminded === '' || !Number.isNaN(Date.parse(reminded ?? '?'))
  return {
    duties,
    nextDue: nextDueOf(duties),
    remindAt: isMark ? remindAtOf(duties, reminded ?? '') : 'no mark',
  }
}

/** The fields beside a state that differ from what follows from the events. */
function fieldsThatDiffer(
  { version, delivered, changed, submission, causes, columns }: KeptRecord,
  links: readonly Sealed[],
  made: object,
  kind: Kept['kind'],
): readonly string[] {
  const saves = savesOf(links)
  // The first save of a board may hold the events of many commands.
  const isVersion =
    kind === 'board'
      ? Number.isInteger(version) && version >= 1 && version <= saves.length
      : version === saves.length
  const isMark = Number.isInteger(delivered) && delivered >= 0 && delivered <= version
  const fields = {
    changed: [changed, Date.parse(links.at(-1)?.at ?? '')],
    submission: [submission, links[0]?.cause],
    causes: [withoutActions(causes), JSON.stringify(saves.slice(-CAUSES_KEPT))],
  }
  const all = Object.fromEntries<unknown>(Object.entries(made))
  const names = new Set([...Object.keys(all), ...Object.keys(columns)])
  return [
    ...(isVersion ? [] : ['version']),
    ...(isMark ? [] : ['delivered']),
    ...Object.entries(fields).flatMap(([name, [kept, follows]]) =>
      kept === follows ? [] : [name],
    ),
    ...[...names].filter((name) => canonical(columns[name]) !== canonical(all[name])),
  ]
}

/** What each save was caused by, and by whom; its events stand together. */
function savesOf(links: readonly Sealed[]) {
  const saves: { submission: string; by: string }[] = []
  // When two people take an action, one save holds an event of each.
  let agreed: Sealed | undefined
  for (const link of links) {
    const { cause, by, at } = link
    const last = saves.at(-1)
    const isAgreed = agreed?.cause === cause && agreed.at === at
    if (!(last?.submission === cause && (last.by === by || isAgreed)))
      saves.push({ submission: cause, by })
    if (typeOf(link.event) === 'ProposalAgreed') agreed = link
  }
  return saves
}

/** Causes without the action kept with each. Returned unchanged if they hold anything else. */
function withoutActions(causes: string): string {
  const kept = readable((): unknown => JSON.parse(causes))
  if (!Array.isArray(kept) || JSON.stringify(kept) !== causes) return causes
  return JSON.stringify(
    kept.map((cause: unknown) => {
      if (typeof cause !== 'object' || cause === null || !('action' in cause)) return cause
      const { action, ...rest } = cause
      return typeof action === 'string' && /^[a-zA-Z]{1,40}$/.test(action) ? rest : cause
    }),
  )
}

function checkMessages(
  { version, delivered, messages }: KeptRecord,
  links: readonly Sealed[],
  {
    due,
    notices,
    mayBeDemo,
  }: {
    readonly due: readonly (readonly Due[])[]
    readonly notices: readonly string[]
    readonly mayBeDemo: boolean
  },
  finds: Finds,
): readonly Found[] {
  const ahead = Math.max(0, ...messages.map(({ event }) => event))
  const planned = new Set(
    messages
      .filter(({ isUpdate }) => !isUpdate)
      .map(({ event, notice, recipient }) => canonical([event, notice, recipient])),
  )
  const isMissing = ({ seq, cause }: Sealed, index: number) =>
    !(mayBeDemo && isMadeUp(cause)) &&
    due[index]?.some(({ notice, recipient }) => !planned.has(canonical([seq, notice, recipient])))
  return [
    ...(ahead > links.length ? [finds('messageAhead', ahead)] : []),
    ...messages
      .filter(({ event }) => !Number.isInteger(event) || event < 1)
      .map(() => finds('noEvent')),
    ...messages.filter(({ notice }) => !notices.includes(notice)).map(() => finds('noNotice')),
    // While somebody is still to be told, the rows may not be there yet.
    ...(delivered === version ? links.filter(isMissing) : []).map(({ seq }) =>
      finds('untold', seq),
    ),
  ]
}

/** Drops the error: it may quote what somebody wrote. */
function readable<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
