import { isAsked } from '../domain/machinery/fields/ask.ts'
import type { FormField } from './form-fields.ts'

/**
 * The fields of a form that are asked, given the values of asked fields before them. The service
 * drops the others by the same rule.
 */
export function askedIn<Field extends Pick<FormField, 'name' | 'when'>>(
  fields: readonly Field[],
  holds: (field: Field) => unknown,
): readonly Field[] {
  const held: Record<string, unknown> = {}
  return fields.filter((field) => {
    const asked = isAsked(field.when ?? undefined, held)
    held[field.name] = asked ? holds(field) : null
    return asked
  })
}
