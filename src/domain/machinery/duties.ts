import type { AgencyId, PersonId } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'

// What waits for whom, by when. Everything that waits is said here once: Home, reminders, what is late.

/**
 * Whose a duty is: `person:…`, or whoever holds something for an agency or the board, `senior@health`,
 * `chair@*`. A change of roles moves every duty at once, for a key names no person.
 */
export type HolderKey = string

export const keyOfPerson = (person: PersonId): HolderKey => `person:${person}`
export const keyOfRole = (role: string, agency: AgencyId | null): HolderKey =>
  `${role}@${agency ?? '*'}`

/** Until when what waits is to be done, by the key of its duty. Frozen in the event that begins it. */
export type Dues = Readonly<Record<string, Instant>>

/** Who hears of what waits: its holder, and from the others whoever a late duty climbs to. */
export const STEPS = ['holder', 'deputy', 'agencyLead', 'businessManager', 'chair'] as const
export type Step = (typeof STEPS)[number]

/** At an instant somebody is reminded, or is told that it waits. */
export interface Rung {
  readonly at: Instant
  readonly step: Step
  /** Only as long as nobody has opened the record. */
  readonly unlessOpened?: true
}

/** One thing that waits for somebody. */
export interface Duty {
  /** Within its record: what it is, and which, where there may be several: `decide`, `agree:17`. */
  readonly key: string
  readonly holder: HolderKey
  /** Whoever of its holders it was given to by name. */
  readonly person: PersonId | null
  /** 0 is urgent, 1 holds up a decision, 2 is the rest: every order rises. */
  readonly rank: 0 | 1 | 2
  readonly since: Instant
  readonly due: Instant
  readonly agency: AgencyId
  /** Whose record it is, and the agency that it was sent past: some who hold its key may not see it. */
  readonly of: PersonId | null
  readonly past: AgencyId | null
  /** For whom else it does not exist. */
  readonly notFor: readonly PersonId[]
  readonly rungs: readonly Rung[]
  /** Another duty of the record stands in lists for it. */
  readonly isAside?: true
  /** Nothing can be done about it any more once it is due. */
  readonly lapses?: true
}

/** What a duty is about, without which of several. */
export const matterOf = (key: string): string => key.split(':')[0] ?? key

/** A key that somebody holds, and of whose records. */
export interface Claim {
  readonly key: HolderKey
  /** Only where the record is one of these people's; `null` takes everybody's. */
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

/** At most so many of a record: an array that grows for ever would be read with each list. */
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

/** Who asks for what waits for them, and when. */
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

/** Whether a duty waits for whoever asks: the rule that a store repeats in its query. */
export const isWaitingFor = ({ person, claims, now }: Asking, duty: Listed): boolean =>
  !duty.isAside &&
  !(duty.lapses && duty.due < now) &&
  !duty.notFor.includes(person) &&
  claims.some((claim) => takes(claim, duty))

export const isLate = ({ due }: Pick<Duty, 'due'>, now: Instant): boolean => due < now

/** The earliest of the instants at which something is due; `null` when nothing waits that can be late. */
export const nextDueOf = (
  duties: readonly { readonly due: Instant; readonly lapses?: boolean }[],
): Instant | null =>
  duties
    .filter(({ lapses }) => !lapses)
    .map(({ due }) => due)
    .sort()[0] ?? null

/**
 * When to look at a record next: its first rung after those that were planned, which is not after now.
 * Else a save at two past nine would lose the rung of nine that is looked at five past.
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
 * Rungs of a duty that have come since a mark: of several of one step only the last is told. Each step is
 * told once, for over Easter three may come on one morning, and nobody is left out.
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

/** Up to whom a duty has climbed by now: they know of it from then on. */
export const hasClimbedTo = ({ rungs }: Pick<Duty, 'rungs'>, step: Step, now: Instant): boolean =>
  rungs.some((rung) => rung.step === step && rung.at <= now)
