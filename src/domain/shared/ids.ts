/** Ids are branded so that one kind cannot be passed where another is meant. */
type Branded<Name extends string> = string & { readonly __brand: Name }

/** A person in the directory: an id of our own, never a name, an e-mail or a Teams id. */
export type PersonId = Branded<'PersonId'>
export type AgencyId = Branded<'AgencyId'>
export type AppointmentId = Branded<'AppointmentId'>
/** `OBS-2026-0042`: the observation's key and what a person says on the telephone. */
export type ObservationRef = Branded<'ObservationRef'>

/**
 * A tenant's or an account's id in the case it is kept and compared in: Microsoft writes the same
 * id in small letters in one place and in capitals in another.
 */
export const accountId = (text: string): string => text.trim().toLowerCase()

export const personId = (text: string): PersonId => text as PersonId
export const agencyId = (text: string): AgencyId => text as AgencyId
export const appointmentId = (text: string): AppointmentId => text as AppointmentId

/** Reference prefixes by record kind; the middle part is the year it was raised. */
export const REFERENCE_PREFIX = { observation: 'OBS' } as const satisfies Record<string, string>
export type ReferencedKind = keyof typeof REFERENCE_PREFIX

/** `OBS-2026-0042`; past 9,999 in a year the number grows a digit. */
export const referenceOf = (kind: ReferencedKind, year: number, number: number): string =>
  `${REFERENCE_PREFIX[kind]}-${year}-${String(number).padStart(4, '0')}`

/** The series that counts the references of a kind in a year. */
export const seriesOf = (kind: ReferencedKind, year: number): string => `${kind}-${year}`

/** Which number of which series a record has for its id; `undefined` where it has none. */
export function countedIn(
  kind: string,
  id: string,
): { series: string; number: number } | undefined {
  const known = Object.entries<string>(REFERENCE_PREFIX).find(([of]) => of === kind)
  if (!known || !id.startsWith(`${known[1]}-`)) return undefined
  const [, year, number] = /^(\d{4})-(\d+)$/.exec(id.slice(known[1].length + 1)) ?? []
  if (year === undefined || number === undefined) return undefined
  // A key of the prefixes, and a year of four digits.
  return { series: seriesOf(known[0] as ReferencedKind, Number(year)), number: Number(number) }
}

const OBSERVATION_REF = /^OBS-(\d{4})-(\d{4,7})$/

/**
 * Reads an observation's reference as people write it: any case, spaces or dashes, with or
 * without leading zeros. Gives `undefined` for anything else.
 */
export function readObservationRef(said: string): ObservationRef | undefined {
  const parts = /^\s*obs[\s\p{Pd}]*(\d{4})[\s\p{Pd}]+(\d{1,7})\s*$/iu.exec(said)
  if (!parts) return undefined
  return referenceOf('observation', Number(parts[1]), Number(parts[2])) as ObservationRef
}

export const isObservationRef = (text: string): text is ObservationRef => OBSERVATION_REF.test(text)
