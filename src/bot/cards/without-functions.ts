import type { CardJson } from './render-card.ts'

/** Between the two braces that begin a date or time worked out by clients. */
const BETWEEN_BRACES = /(?<=\{)(?=\{(?:DATE|TIME)\()/i

/** Text runs take room on a card. Beyond this many, a space between the braces does. */
const RUNS_AT_MOST = 20

/** Keys that are not drawn: what a button sends, and names for the program. */
const UNSEEN = new Set(['$schema', 'data', 'id', 'type', 'url', 'verb', 'version'])

const isNode = (value: unknown): value is CardJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Shows `{{DATE(…)}}` and `{{TIME(…)}}` as text. Only people write them, and a client would show
 * something else in their place. Rich text is split into two runs there and so reads letter for
 * letter; elsewhere a space goes between the braces. The value of a form's field stays as it is,
 * since no client works it out.
 */
export function withoutFunctions(card: CardJson): CardJson {
  let runs = 0
  const spaced = (text: string) => text.split(BETWEEN_BRACES).join(' ')
  const inRuns = (run: CardJson): readonly CardJson[] => {
    const parts = String(run['text'] ?? '').split(BETWEEN_BRACES)
    runs += parts.length - 1
    if (runs > RUNS_AT_MOST) return [{ ...run, text: parts.join(' ') }]
    return parts.map((text) => ({ ...run, text }))
  }
  const draw = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return spaced(value)
    if (Array.isArray(value))
      return value.flatMap((one: unknown): readonly unknown[] =>
        key === 'inlines' && isNode(one) ? inRuns(one) : [draw(one, key)],
      )
    return isNode(value) ? drawn(value, key === 'facts') : value
  }
  const drawn = (node: CardJson, isFact: boolean): CardJson =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        UNSEEN.has(key) || (key === 'value' && !isFact) ? value : draw(value, key),
      ]),
    )
  return drawn(card, false)
}
