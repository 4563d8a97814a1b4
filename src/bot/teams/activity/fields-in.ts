import {
  feedbackModes,
  observationKinds,
  triageOutcomes,
} from '../../../domain/taxonomies/lists.ts'
import type { Item, List } from '../../../domain/taxonomies/types.ts'
import type { Fields } from '../../talk/turn.ts'
import { nodeIn } from './node-in.ts'

const FIELDS_AT_MOST = 60

/** Fields in which one of a list is chosen. */
const LISTS: Readonly<Record<string, List<Item>>> = {
  kind: observationKinds,
  outcome: triageOutcomes,
  mode: feedbackModes,
}

/** The code of a choice; old clients send what is written beside it. */
function codeIn(list: List<Item>, sent: string): string {
  if (list.items.some(({ code }) => code === sent)) return sent
  const shown = list.items.find(({ label }) => sent === label || sent.startsWith(`${label}. `))
  return shown?.code ?? sent
}

/** A card's data and inputs as text fields; whatever is no plain value is left out. */
export const fieldsIn = (data: unknown): Fields =>
  Object.fromEntries(
    Object.entries(nodeIn(data))
      .slice(0, FIELDS_AT_MOST)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([key, value]) => {
        const list = Object.hasOwn(LISTS, key) ? LISTS[key] : undefined
        return [key, list ? codeIn(list, String(value)) : String(value)]
      }),
  )
