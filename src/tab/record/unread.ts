import { unreadableWords } from '../../contract/written.ts'
import { ApiProblem } from '../api/api-problem.ts'

/** A field whose input may hold what no browser can read, such as a day without its year. */
type Readable = Parameters<typeof unreadableWords>[0] & { readonly name: string }

const isUnread = ({ badInput, rangeUnderflow, rangeOverflow }: ValidityState) =>
  badInput || rangeUnderflow || rangeOverflow

/**
 * What stands in a form and cannot be read, or is no day or number that can be asked for. The value
 * of an input that cannot be read is that of an empty one, so sending it would drop what was typed.
 */
export function unreadIn(
  form: HTMLFormElement | null,
  fields: readonly Readable[],
): ApiProblem | null {
  const names = [...(form?.elements ?? [])].flatMap((input) =>
    input instanceof HTMLInputElement && isUnread(input.validity) ? [input.name] : [],
  )
  const unread = fields.filter(({ name }) => names.includes(name))
  if (unread.length === 0) return null
  return new ApiProblem({
    code: 'malformed',
    detail: unread.map(unreadableWords).join(' '),
    missing: unread.map((field) => ({ need: field.name, say: unreadableWords(field) })),
  })
}
