import { renderCard } from '../../src/bot/cards/render-card.ts'
import { tableOf, writtenBy } from '../docs/markdown.ts'
import type { CardSample } from './samples/sample-world.ts'
import { CARD_SAMPLES } from './samples.ts'

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every action of a card, in the order in which people meet them. */
const actionsIn = (value: unknown): readonly Node[] =>
  isNode(value)
    ? [
        ...(String(value['type']).startsWith('Action.') ? [value] : []),
        ...Object.values(value).flatMap(actionsIn),
      ]
    : []

/** What a button does by itself, without the bot. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  'Action.OpenUrl': 'opens the tab',
  'Action.ToggleVisibility': 'shows or hides what belongs to it',
}

function buttonOf({ type, title, verb, data }: Node): string {
  const does = BY_ITSELF[String(type)]
  if (does !== undefined) return `${title} (${does})`
  return `${title} (\`${verb || (isNode(data) ? data['verb'] : '')}\`)`
}

/** Lists buttons that do the same once: a list has "Open" on every row. */
const buttonsOn = (card: CardSample['card']): string =>
  [...new Set(actionsIn(renderCard(card)).map(buttonOf))].join(', ') || 'none'

/** The list of cards, as Markdown. */
export const cardsPage = (): string =>
  `${[
    '# Cards',
    writtenBy('scripts/cards/cards-page.ts'),
    'Every card the bot can send, with its template, what it is for, and its buttons, each with the verb it sends. `npm run cards` draws them all on one page, in light, in dark and 320 pixels wide, and says where it is.',
    tableOf(
      ['card', 'template', 'what it is for', 'buttons'],
      CARD_SAMPLES.map(({ name, says, card }) => [name, card.template, says, buttonsOn(card)]),
    ),
  ].join('\n\n')}\n`
