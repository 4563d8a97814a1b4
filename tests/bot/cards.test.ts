import { describe, expect, test } from 'vitest'
import { cardsPage } from '../../scripts/cards/cards-page.ts'
import { CARD_SAMPLES } from '../../scripts/cards/samples.ts'
import { messageCard } from '../../src/bot/cards/build.ts'
import type { Card } from '../../src/bot/cards/card-data.ts'
import type { CardJson } from '../../src/bot/cards/render-card.ts'
import { CARD_BYTES_AT_MOST, renderCard } from '../../src/bot/cards/render-card.ts'
import { DIALOG_VERBS, VERBS } from '../../src/bot/records/verbs.ts'
import { TEXT_LIMIT } from '../../src/domain/words/text.ts'
import {
  actionsOn,
  inputsOn,
  markdownOn,
  nodesOf,
  problemsOf,
  readsAsMarkdown,
  runsOn,
  verbOf,
} from './card-checks.ts'

const named = (name: string): CardJson => {
  const sample = CARD_SAMPLES.find((one) => one.name === name)
  if (!sample) throw new TypeError(`no sample called ${name}`)
  return renderCard(sample.card)
}

describe('every card', () => {
  test.each(CARD_SAMPLES)('$name can go over the wire', ({ card }) => {
    const json = renderCard(card)
    expect(problemsOf(json)).toEqual([])
    expect(JSON.stringify(json)).not.toContain('${')
    expect(markdownOn(json).filter(readsAsMarkdown)).toEqual([])
  })

  test('has a name of its own', () => {
    const names = CARD_SAMPLES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('is read aloud without what anybody wrote', () => {
    const told = CARD_SAMPLES.flatMap(({ card }) => runsOn(renderCard(card))).filter(
      (run) => run.length > 12,
    )
    expect(told.length).toBeGreaterThan(10)
    const aloud = CARD_SAMPLES.map(({ card }) => renderCard(card)).map(
      ({ fallbackText, speak }) => `${fallbackText} ${speak}`,
    )
    expect(aloud.filter((words) => told.some((run) => words.includes(run)))).toEqual([])
  })

  test('lets nobody type more than an answer may hold', () => {
    const texts = CARD_SAMPLES.flatMap(({ card }) => inputsOn(renderCard(card))).filter(
      ({ type }) => type === 'Input.Text',
    )
    expect(texts.length).toBeGreaterThan(0)
    expect(new Set(texts.map(({ maxLength }) => maxLength))).toEqual(new Set([TEXT_LIMIT]))
  })

  test('stands in the list of cards', () => {
    const page = cardsPage()
    for (const { name } of CARD_SAMPLES) expect(page).toContain(`| ${name} | `)
    expect(CARD_SAMPLES.every(({ says }) => page.includes(says))).toBe(true)
  })
})

test('every verb is on a card, and every verb of the dialog on one of its forms', () => {
  const actions = CARD_SAMPLES.flatMap(({ card }) => actionsOn(renderCard(card)))
  const verbs = (type: string) =>
    new Set(actions.filter((action) => action['type'] === type).map(verbOf))
  expect(verbs('Action.Execute')).toEqual(new Set(VERBS))
  expect(verbs('Action.Submit')).toEqual(new Set(DIALOG_VERBS))
})

describe('the first card', () => {
  const columns = () => {
    const [set] = [...nodesOf(named('Kinds'))].filter(({ type }) => type === 'ColumnSet')
    return (set?.['columns'] ?? []) as readonly CardJson[] // of an Adaptive Card's own form
  }

  test('S4: praise and concern stand side by side on the first card, at the same size, with nothing chosen', () => {
    const [praise, concern, ...others] = columns()
    if (!praise || !concern) throw new TypeError('not two columns')
    expect(others).toEqual([])
    expect(markdownOn(praise)[0]).toBe('Something that went well')
    expect(markdownOn(concern)[0]).toBe('Something that worries you')
    expect(actionsOn(praise).map(({ title }) => title)).toEqual([
      'Good practice',
      'Good outcome',
      'Typical case',
    ])
    expect(actionsOn(concern).map(({ title }) => title)).toEqual([
      'Near miss',
      'Something feels wrong',
      'Concern about practice',
      'Risk ahead',
      'Poor outcome',
    ])
    expect(looksOf(praise)).toEqual(looksOf(concern))
    expect(inputsOn(named('Kinds'))).toEqual([])
  })
})

/** How a column and everything in it look, whatever the text. Each different look once. */
function looksOf(column: CardJson): ReadonlySet<string> {
  const looks = ['type', 'width', 'size', 'weight', 'style', 'color', 'isSubtle', 'spacing']
  return new Set(
    [...nodesOf(column)].map((node) => JSON.stringify(looks.map((look) => node[look] ?? null))),
  )
}

describe('before anything is sent', () => {
  test.each(['Check before sending', 'Check, something missing', 'Dialog: check'])(
    'S10, S12: “%s” says who will read it, and that they see the name',
    (name) => {
      const card = named(name)
      expect(markdownOn(card).join('\n')).toContain(
        'It will be read by Senior Nurse and Deputy Nurse and Health Lead, who look at reports from Health visiting. They will see your name.',
      )
      expect(actionsOn(card).map(verbOf)).toContain(
        name.startsWith('Dialog') ? 'dialogSend' : 'send',
      )
    },
  )
})

describe('the checks can fail', () => {
  const bad = (part: object): readonly string[] =>
    problemsOf({ ...named('Check before sending'), ...part })

  test.each([
    ['an unknown verb', { actions: [{ type: 'Action.Execute', title: 'Go', verb: 'launch' }] }],
    [
      'an unknown verb of the dialog',
      { actions: [{ type: 'Action.Submit', title: 'Go', data: { verb: 'send' } }] },
    ],
    [
      'a link that is not https',
      { actions: [{ type: 'Action.OpenUrl', title: 'Go', url: 'http://evil.example/' }] },
    ],
    [
      'too many buttons',
      { actions: Array(7).fill({ type: 'Action.Execute', title: 'Go', verb: 'help' }) },
    ],
    ['an input without a label', { body: [{ type: 'Input.Text', id: 'a' }] }],
    ['no error message', { body: [{ type: 'Input.Text', id: 'a', label: 'A', isRequired: true }] }],
    [
      'two inputs with one id',
      {
        body: [
          { type: 'Input.Text', id: 'a', label: 'A' },
          { type: 'Input.Text', id: 'a', label: 'B' },
        ],
      },
    ],
    ['an element Teams does not know', { body: [{ type: 'Carousel', pages: [] }] }],
    [
      'a colour there is not',
      { body: [{ type: 'TextBlock', text: 'A', wrap: true, color: 'pink' }] },
    ],
    ['text that does not wrap', { body: [{ type: 'TextBlock', text: 'A' }] }],
    ['a number for a text', { body: [{ type: 'TextBlock', text: 3, wrap: true }] }],
    ['a picture', { body: [{ type: 'Image', url: 'https://evil.example/x.png' }] }],
    ['nothing to read aloud', { speak: ' ' }],
    ['a later version', { version: '1.6' }],
    ['too many bytes', { fallbackText: 'x'.repeat(28_000) }],
  ])('on %s', (_what, part) => {
    expect(bad({})).toEqual([])
    expect(bad(part)).not.toEqual([])
  })

  test.each([
    '[a](b)',
    'an *a*',
    '_a_',
    '`a`',
    '# a',
    '- a',
    '1. a',
    '<b>a</b>',
    '![a](b)',
    '\\\\*a*',
  ])('on the Markdown %s', (text) => {
    expect(readsAsMarkdown(text)).toBe(true)
  })
})

describe('drawing', () => {
  test('refuses data that lacks something the template names', () => {
    const { summary: _left, ...data } = messageCard('A title').data
    // This test is about what the compiler would refuse.
    const card = { template: 'message', data } as Card
    expect(() => renderCard(card)).toThrow('card message: data is missing for a field')
  })

  test('refuses a card that has grown too large', () => {
    const card = messageCard('A title', { intro: ['x'.repeat(CARD_BYTES_AT_MOST)] })
    expect(() => renderCard(card)).toThrow('card message: larger than 28000 bytes')
  })
})
