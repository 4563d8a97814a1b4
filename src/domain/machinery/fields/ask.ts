import type { Fields, Values, When } from './kinds.ts'

/** Whether a field is asked, by what the fields before it hold. */
export const isAsked = (when: When | undefined, held: Values): boolean =>
  when === undefined || when.oneOf.some((one) => one === held[when.field])

/**
 * The values of the fields that are asked, in the order of the form. A condition looks only at
 * earlier fields that are asked themselves, never at everything that was sent. So hiding a field
 * also hides those that depend on it.
 */
export function askedOf(fields: Fields<never, never>, given: Values): Values {
  const held: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields))
    held[name] = isAsked(field.when, held) ? (given[name] ?? null) : null
  return held
}
