/** Ids are branded so that one kind cannot be passed where another is meant. */
type Branded<Name extends string> = string & { readonly __brand: Name }

/** A person in the directory: an id of our own, never a name, an e-mail or a Teams id. */
export type PersonId = Branded<'PersonId'>
export type AgencyId = Branded<'AgencyId'>
export type AppointmentId = Branded<'AppointmentId'>
/** `OBS-2026-0042`: a record's key, and what a person says on the telephone. */
export type RecordRef = Branded<'RecordRef'>

/**
 * A tenant's or an account's id in one case: Microsoft writes the same id in small letters in one
 * place and in capitals in another.
 */
export const accountId = (text: string): string => text.trim().toLowerCase()

export const personId = (text: string): PersonId => text as PersonId
export const agencyId = (text: string): AgencyId => text as AgencyId
export const appointmentId = (text: string): AppointmentId => text as AppointmentId

/** The middle part is the year it was made. Past 9,999 in a year the number gets a fifth digit. */
export const referenceOf = (prefix: string, year: number, number: number): RecordRef =>
  `${prefix}-${year}-${String(number).padStart(4, '0')}` as RecordRef

/** The series that counts the references of a kind of record in a year. */
export const seriesOf = (kind: string, year: number): string => `${kind}-${year}`

const REFERENCE = /^([A-Z]{3})-(\d{4})-(\d{4,7})$/

/** The parts of a reference; `undefined` if it is none. */
export function partsOf(
  id: string,
): { readonly prefix: string; readonly year: number; readonly number: number } | undefined {
  const [, prefix, year, number] = REFERENCE.exec(id) ?? []
  return prefix === undefined ? undefined : { prefix, year: Number(year), number: Number(number) }
}

const SAID = /^\s*([a-z]{3})[\s\p{Pd}]*(\d{4})[\s\p{Pd}]+(\d{1,7})\s*$/iu

/**
 * Reads a reference as people write it: any case, spaces or dashes, with or without leading zeros.
 * Anything else is `undefined`.
 */
export function readReference(said: string): RecordRef | undefined {
  const [, prefix, year, number] = SAID.exec(said) ?? []
  return prefix === undefined
    ? undefined
    : referenceOf(prefix.toUpperCase(), Number(year), Number(number))
}
