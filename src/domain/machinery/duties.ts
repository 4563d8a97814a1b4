import type { AgencyId, PersonId } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'

// What waits for whom, by when. Home, reminders and the list of what is late are made from this.

/**
 * Who a duty waits for: one person (`person:…`), or the holder of a role for an agency or the board
 * (`senior@health`, `chair@*`). Such a key names no person, so a change of roles moves all its
 * duties at once.
 */
export type HolderKey = string

export const keyOfPerson = (person: PersonId): HolderKey => `person:${person}`
export const keyOfRole = (role: string, agency: AgencyId | null): HolderKey =>
  `${role}@${agency ?? '*'}`

/** When what waits is due, by the key of its duty. Frozen in the event that begins it. */
export type Dues = Readonly<Record<string, Instant>>

/** Who hears of what waits: its holder, then those a late duty climbs to. */
export const STEPS = ['holder', 'deputy', 'agencyLead', 'businessManager', 'chair'] as const
export type Step = (typeof STEPS)[number]

/** An instant at which somebody is reminded or told. */
export interface Rung {
  readonly at: Instant
  readonly step: Step
  /** Only while nobody has opened the record. */
  readonly unlessOpened?: true
}

/** One thing that waits for somebody. */
export interface Duty {
  /** Names it within its record, with a number where there may be several: `decide`, `agree:17`. */
  readonly key: string
  readonly holder: HolderKey
  /** The one of its holders to whom it was given by name. */
  readonly person: PersonId | null
  /** 0 is urgent, 1 holds up a decision, 2 is the rest. Every order begins with the lowest. */
  readonly rank: 0 | 1 | 2
  readonly since: Instant
  readonly due: Instant
  readonly agency: AgencyId
  /**
   * The record's reporter or maker, and the agency it was sent past: some holders of the key may
   * not see it.
   */
  readonly of: PersonId | null
  readonly past: AgencyId | null
  /** Others who must not learn of it. */
  readonly notFor: readonly PersonId[]
  readonly rungs: readonly Rung[]
  /** Lists show another duty of the record instead. */
  readonly isAside?: true
  /** Once it is due, nothing can be done about it. */
  readonly lapses?: true
}

/** The subject of a duty, without the number. */
export const matterOf = (key: string): string => key.split(':')[0] ?? key

/** A key somebody holds, and for whose records. */
export interface Claim {
  readonly key: HolderKey
  /** Only records of these people; `null` for everybody's. */
  readonly only: readonly PersonId[] | null
  readonly except: readonly PersonId[]
  readonly onlyPast?: readonly AgencyId[]
  readonly exceptPast?: readonly AgencyId[]
  /** Only what is about nobody's own record, at this agency: they stand in for whoever has the key. */
  readonly standsInAt?: AgencyId
}

export const claimOf = (key: HolderKey): Claim => ({ key, only: null, except: [] })

/** What lists keep of a duty. */
export type KeptDuty = Pick<
  Duty,
  'key' | 'holder' | 'rank' | 'since' | 'due' | 'agency' | 'of' | 'past' | 'notFor'
> & { readonly isAside: boolean; readonly lapses: boolean; readonly rungs: readonly Instant[] }

/** How many duties a record keeps at most, since each list reads them all. */
const AT_MOST = 20

export const keptOf = (duties: readonly Duty[]): readonly KeptDuty[] =>
  duties
    .slice(0, AT_MOST)
    .map(({ key, holder, rank, since, due, agency, of, past, notFor, ...rest }) => ({
      key,
      holder,
      rank,
      since,
      due,
      agency,
      of,
      past,
      notFor,
      isAside: rest.isAside ?? false,
      lapses: rest.lapses ?? false,
      rungs: [...new Set(rest.rungs.map(({ at }) => at))].sort(),
    }))

type Listed = Pick<
  KeptDuty,
  'holder' | 'of' | 'past' | 'agency' | 'notFor' | 'lapses' | 'due' | 'isAside'
>

/** Who asks what waits for them, and when. */
export interface Asking {
  readonly person: PersonId
  readonly claims: readonly Claim[]
  readonly now: Instant
}

const takes = (
  { key, only, except, onlyPast, exceptPast, standsInAt }: Claim,
  duty: Listed,
): boolean =>
  key === duty.holder &&
  (only === null || (duty.of !== null && only.includes(duty.of))) &&
  (duty.of === null || !except.includes(duty.of)) &&
  (onlyPast === undefined || (duty.past !== null && onlyPast.includes(duty.past))) &&
  (duty.past === null || !exceptPast?.includes(duty.past)) &&
  (standsInAt === undefined || (duty.of === null && duty.agency === standsInAt))

/** Whether a duty waits for who asks. Stores repeat this rule in their queries. */
export const isWaitingFor = ({ person, claims, now }: Asking, duty: Listed): boolean =>
  !duty.isAside &&
  !(duty.lapses && duty.due < now) &&
  !duty.notFor.includes(person) &&
  claims.some((claim) => takes(claim, duty))

export const isLate = ({ due }: Pick<Duty, 'due'>, now: Instant): boolean => due < now

/** The earliest due time; `null` when nothing waits that can be late. */
export const nextDueOf = (
  duties: readonly { readonly due: Instant; readonly lapses?: boolean }[],
): Instant | null =>
  duties
    .filter(({ lapses }) => !lapses)
    .map(({ due }) => due)
    .sort()[0] ?? null

/**
 * When to look at a record next: at the first rung not planned yet, even if that is not after now.
 * Otherwise a save at two past nine would lose the nine o'clock rung that is looked at five past.
 * @param remindedTo up to which instant rungs have been planned; '' at first
 */
export const remindAtOf = (
  duties: readonly Pick<KeptDuty, 'rungs'>[],
  remindedTo: Instant | '',
): Instant | null =>
  duties
    .flatMap(({ rungs }) => rungs)
    .filter((at) => at > remindedTo)
    .sort()[0] ?? null

/**
 * Rungs of a duty since a mark. If several of one step have come, only the last is told. Each step
 * is told once: over Easter, three may come on one morning, and nobody is left out.
 */
export const rungsDue = (
  { rungs }: Pick<Duty, 'rungs'>,
  after: Instant | '',
  now: Instant,
): readonly Rung[] => {
  const passed = rungs.filter(({ at }) => at > after && at <= now)
  return passed.filter(
    ({ step, at }) => !passed.some((later) => later.step === step && later.at > at),
  )
}

/**
 * Whether a duty has climbed to this step by now. Who is told there may know of it from then on.
 */
export const hasClimbedTo = ({ rungs }: Pick<Duty, 'rungs'>, step: Step, now: Instant): boolean =>
  rungs.some((rung) => rung.step === step && rung.at <= now)
