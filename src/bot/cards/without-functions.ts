import type { CardJson } from './render-card.ts'

/** Between the braces with which a date or time begins that clients work out by themselves. */
const BETWEEN_BRACES = /(?<=\{)(?=\{(?:DATE|TIME)\()/i

/** Runs take room on a card; whoever writes more of these than that gets a space in them. */
const RUNS_AT_MOST = 20

/** Not drawn: what a button sends and what is a name to the program. */
const UNSEEN = new Set(['$schema', 'data', 'id', 'type', 'url', 'verb', 'version'])

const isNode = (value: unknown): value is CardJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same card with `{{DATE(…)}}` and `{{TIME(…)}}` as text: only people write them, and a client
 * would show something else in their place. Rich text is put together from two runs there, and so
 * reads letter for letter; elsewhere a space stands between the braces. What a field of a form holds
 * is not worked out by any client, and stays as it is.
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
