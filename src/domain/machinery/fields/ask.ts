import type { Fields, Values, When } from './kinds.ts'

/** Whether a field is asked, by what the fields before it hold. */
export const isAsked = (when: When | undefined, held: Values): boolean =>
  when === undefined || when.oneOf.some((one) => one === held[when.field])

/**
 * What a form holds once everything that is not asked is out of it, in the order of the form: a
 * condition looks at what is left of the fields before it, never at what was sent. So a field that
 * hides takes those with it that depend on it.
 */
export function askedOf(fields: Fields<never, never>, given: Values): Values {
  const held: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields))
    held[name] = isAsked(field.when, held) ? (given[name] ?? null) : null
  return held
}
