type Json = unknown
type Node = Readonly<Record<string, Json>>

const isNode = (value: Json): value is Node => typeof value === 'object' && value !== null

function* nodesOf(value: Json): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) yield* nodesOf(child)
  }
}

/** Everything a person reads on a card, in order, without the buttons. */
export const wordsOn = (card: Json): string =>
  [...nodesOf(card)]
    .flatMap((node) => {
      if (node['type'] === 'TextBlock' || node['type'] === 'TextRun') return [String(node['text'])]
      if (typeof node['value'] === 'string' && typeof node['title'] === 'string' && !node['type'])
        return [`${node['title']}: ${node['value']}`]
      if (typeof node['label'] === 'string') return [node['label']]
      return []
    })
    .join('\n')

/** The card's own title. */
export const titleOn = (card: Json): string =>
  String([...nodesOf(card)].find(({ style }) => style === 'heading')?.['text'] ?? '')

export interface CardButton {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, Json>>
  /** Whether pressing it sends what the card's fields hold. */
  readonly sendsFields: boolean
}

export const buttonsOn = (card: Json): readonly CardButton[] =>
  [...nodesOf(card)]
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
    .map(({ title, verb, data, associatedInputs }) => ({
      title: String(title),
      verb: String(verb),
      data: isNode(data) ? data : {},
      sendsFields: associatedInputs !== 'none',
    }))

export const titlesOf = (card: Json): readonly string[] => buttonsOn(card).map(({ title }) => title)

/** The inputs of a card with the values they start from, by id. */
export const inputsOn = (card: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...nodesOf(card)]
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id, value }) => [String(id), typeof value === 'string' ? value : '']),
  )
