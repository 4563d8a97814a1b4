import { createRequire } from 'node:module'
import type * as Renderer from 'adaptivecards'
import type { CardJson } from '../../src/bot/cards/render-card.ts'
import { DIALOG_VERBS, isVerb } from '../../src/bot/records/verbs.ts'

// The bundle, because the package's modules cannot be loaded by Node. It parses without a DOM.
const { AdaptiveCard, HostConfig, SerializationContext, Versions }: typeof Renderer = createRequire(
  import.meta.url,
)('adaptivecards/dist/adaptivecards.js')

/** What Teams shows of them side by side. */
const ACTIONS_AT_MOST = 6

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object of a card, from the outside in. Data of buttons is no part of what is drawn. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (!isNode(value)) return
  if (!Array.isArray(value)) yield value
  for (const [key, child] of Object.entries(value)) if (key !== 'data') yield* nodesOf(child)
}

const typed = (card: CardJson, test: (type: string) => boolean): readonly Node[] =>
  [...nodesOf(card)].filter(({ type }) => typeof type === 'string' && test(type))

export const actionsOn = (card: CardJson) => typed(card, (type) => type.startsWith('Action.'))
export const inputsOn = (card: CardJson) => typed(card, (type) => type.startsWith('Input.'))
const ofType = (card: CardJson, name: string) => typed(card, (type) => type === name)

/** The verb of a button, wherever its kind of action carries it. */
export const verbOf = ({ verb, data }: Node): string =>
  String(verb || (isNode(data) && data['verb']))

/** What people wrote as clients show it letter for letter: the runs of each rich text, together. */
export const runsOn = (card: CardJson): readonly string[] =>
  ofType(card, 'RichTextBlock').map(({ inlines }) =>
    Array.isArray(inlines) ? inlines.map(({ text }) => String(text)).join('') : '',
  )

/** Every text that a client draws, each for itself, and so looks through for dates to work out. */
export const drawnOn = (card: CardJson): readonly string[] =>
  [...nodesOf(card)].flatMap((node) =>
    Object.entries(node)
      .filter(([key]) => !(key === 'value' && String(node['type']).startsWith('Input.')))
      .flatMap(([, value]) => (typeof value === 'string' ? [value] : [])),
  )

/** What clients read as Markdown: text blocks, and both sides of facts. */
export const markdownOn = (card: CardJson): readonly string[] => [
  ...ofType(card, 'TextBlock').map(({ text }) => String(text)),
  ...ofType(card, 'FactSet')
    .flatMap(({ facts }) => (Array.isArray(facts) ? facts : []))
    .flatMap(({ title, value }) => [String(title), String(value)]),
]

/** Whether a client that reads Markdown would show this text as anything but itself. */
export function readsAsMarkdown(text: string): boolean {
  const bare = text.replace(/\\[\\`*_{}[\]()#+\-.!|<>~&]/g, '')
  return (
    /\[[^\]]*\]\s*\(/.test(bare) ||
    /[*_`]/.test(bare) ||
    /<[a-z/!]/i.test(bare) ||
    /^\s*(?:#|[-+] |\d+[.)] )/m.test(bare)
  )
}

const isFilled = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== ''

function parserProblems(card: CardJson): readonly string[] {
  const context = new SerializationContext(Versions.v1_5)
  const parsed = new AdaptiveCard()
  parsed.hostConfig = new HostConfig({ actions: { maxActions: ACTIONS_AT_MOST } })
  parsed.parse(card, context)
  return [
    ...Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
  ]
}

const isAllowedUrl = (url: unknown): boolean =>
  isFilled(url) &&
  URL.canParse(url) &&
  (new URL(url).protocol === 'https:' || /^http:\/\/127\.0\.0\.1(?::\d+)?\//.test(url))

function actionProblems(card: CardJson): readonly string[] {
  const known: Readonly<Record<string, (action: Node) => boolean>> = {
    'Action.Execute': (action) => isVerb(verbOf(action)),
    'Action.Submit': (action) => (DIALOG_VERBS as readonly string[]).includes(verbOf(action)),
    'Action.OpenUrl': ({ url }) => isAllowedUrl(url),
    'Action.ToggleVisibility': ({ targetElements }) =>
      Array.isArray(targetElements) &&
      targetElements.every((id) => [...nodesOf(card)].some((node) => node['id'] === id)),
  }
  const sets = [card, ...ofType(card, 'ActionSet')].map(({ actions }) => actions)
  return [
    ...actionsOn(card)
      .filter((action) => !known[String(action['type'])]?.(action) || !isFilled(action['title']))
      .map((action) => `a button nobody answers: ${action['title']} ${verbOf(action)}`),
    ...sets
      .filter((actions) => Array.isArray(actions) && actions.length > ACTIONS_AT_MOST)
      .map(() => `more than ${ACTIONS_AT_MOST} buttons side by side`),
  ]
}

function inputProblems(card: CardJson): readonly string[] {
  const inputs = inputsOn(card)
  const ids = inputs.map(({ id }) => id)
  return [
    ...inputs.filter(({ label }) => !isFilled(label)).map(({ id }) => `no label: ${id}`),
    ...inputs
      .filter(({ isRequired, errorMessage }) => isRequired === true && !isFilled(errorMessage))
      .map(({ id }) => `no error message: ${id}`),
    ...(new Set(ids).size === ids.length ? [] : ['two inputs with one id']),
  ]
}

/** Everything that is wrong with a card as it goes over the wire; nothing when it may go. */
export const problemsOf = (card: CardJson): readonly string[] => [
  ...parserProblems(card),
  ...actionProblems(card),
  ...inputProblems(card),
  ...(Number(card['version']) <= 1.5 ? [] : [`version ${card['version']}`]),
  ...(Buffer.byteLength(JSON.stringify(card)) < 28_000 ? [] : ['28,000 bytes or more']),
  ...['fallbackText', 'speak'].filter((key) => !isFilled(card[key])).map((key) => `no ${key}`),
  ...ofType(card, 'TextBlock')
    .filter(({ wrap, text }) => wrap !== true || !isFilled(text))
    .map(({ text }) => `a text that does not wrap, or is empty: ${text}`),
  ...ofType(card, 'TextRun')
    .filter(({ text }) => typeof text !== 'string' || text === '')
    .map(() => 'an empty run of text'),
  ...typed(card, (type) => type.startsWith('Image') || type === 'Media').map(() => 'a picture'),
]
