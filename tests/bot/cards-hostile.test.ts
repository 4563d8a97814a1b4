import { describe, expect, test } from 'vitest'
import { AS_WRITTEN } from '../../scripts/cards/samples/sample-board.ts'
import { cardSamples } from '../../scripts/cards/samples.ts'
import type { CardJson } from '../../src/bot/cards/render-card.ts'
import { renderCard } from '../../src/bot/cards/render-card.ts'
import { cleanText } from '../../src/domain/words/text.ts'
import {
  actionsOn,
  drawnOn,
  inputsOn,
  markdownOn,
  problemsOf,
  readsAsMarkdown,
  runsOn,
  verbOf,
} from './card-checks.ts'
import { HOSTILE_WORDS, LARGE_WORDS } from './card-hostile.ts'

interface Pair {
  readonly name: string
  /** With the words of the sample. */
  readonly kind: CardJson
  /** With hostile words wherever people write, and as every name. */
  readonly hostile: CardJson
}

// What people tell is cleaned when it comes in. Names come from a directory we do not keep.
const drawnWith = (words: string): readonly Pair[] => {
  const hostile = cardSamples({ name: () => words, told: () => cleanText(words) })
  return cardSamples(AS_WRITTEN).map(({ name, card }, at) => {
    const other = hostile[at]
    if (!other) throw new TypeError('a sample is missing')
    return { name, kind: renderCard(card), hostile: renderCard(other.card) }
  })
}

const typedOn = (card: CardJson) =>
  inputsOn(card)
    .filter(({ type }) => type === 'Input.Text')
    .map(({ value }) => String(value ?? ''))

/** The beginning of a text, with the mark that it was cut. */
const isBeginningOf = (whole: string, part: string) =>
  part === whole || (part.endsWith('…') && whole.startsWith(part.slice(0, -1).trimEnd()))

describe.each(Object.entries({ ...HOSTILE_WORDS, ...LARGE_WORDS }))('with %s', (_what, words) => {
  const pairs = drawnWith(words)
  const told = cleanText(words)
  const lines = told.split('\n')

  test('every card can go over the wire', () => {
    expect(pairs.flatMap(({ name, hostile }) => problemsOf(hostile).map((p) => [name, p]))).toEqual(
      [],
    )
  })

  test('nothing is read as Markdown', () => {
    expect(pairs.flatMap(({ hostile }) => markdownOn(hostile)).filter(readsAsMarkdown)).toEqual([])
  })

  test('what people wrote stands letter for letter, or as its beginning with a mark', () => {
    // Very many functions get a space between their braces instead.
    const fresh = pairs.flatMap(({ kind, hostile }) =>
      runsOn(hostile)
        .filter((run) => !runsOn(kind).includes(run))
        .map((run) => run.replaceAll('{ {DATE(', '{{DATE(')),
    )
    const isOurs = (run: string) => [' ', '…', 'The rest is in the tab.'].includes(run)
    expect(fresh.length).toBeGreaterThan(0)
    expect(
      fresh.filter((run) => !isOurs(run) && !lines.some((line) => isBeginningOf(line, run))),
    ).toEqual([])
    const values = pairs.flatMap(({ kind, hostile }) =>
      typedOn(hostile).filter((value) => !typedOn(kind).includes(value)),
    )
    expect(values.length).toBeGreaterThan(0)
    expect(values.filter((value) => !isBeginningOf(told, value))).toEqual([])
  })

  test('nothing is worked out by a client', () => {
    const drawn = pairs.flatMap(({ hostile }) => drawnOn(hostile))
    expect(drawn.length).toBeGreaterThan(0)
    expect(drawn.filter((text) => /\{\{(?:DATE|TIME)\(/i.test(text))).toEqual([])
  })

  test('nothing that clients show without our escaping holds marks that turn text', () => {
    const shown = pairs.flatMap(({ hostile }) => [
      ...markdownOn(hostile),
      ...runsOn(hostile),
      ...choicesOn(hostile),
    ])
    expect(shown.filter((text) => /[\p{Cc}\p{Cf}]/u.test(text))).toEqual([])
  })
})

const choicesOn = (card: CardJson): readonly string[] =>
  inputsOn(card).flatMap(({ choices }) =>
    Array.isArray(choices) ? choices.map(({ title }) => String(title)) : [],
  )

/** The part of a card that must not depend on what people write. */
const frameOf = (card: CardJson) => ({
  aloud: [card['fallbackText'], card['speak']],
  buttons: actionsOn(card).map((action) => [
    action['title'],
    verbOf(action),
    action['url'],
    Object.keys(action['data'] ?? {}),
  ]),
  inputs: inputsOn(card).map(({ type, id, label, choices }) => [
    type,
    id,
    label,
    Array.isArray(choices) ? choices.map(({ value }) => value) : [],
  ]),
})

test.each(Object.entries(HOSTILE_WORDS))(
  'with %s, buttons, inputs and what is read aloud stay the same',
  (_what, words) => {
    for (const { kind, hostile } of drawnWith(words))
      expect(frameOf(hostile)).toEqual(frameOf(kind))
  },
)
