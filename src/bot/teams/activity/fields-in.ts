import {
  feedbackModes,
  observationKinds,
  triageOutcomes,
} from '../../../domain/taxonomies/lists.ts'
import type { Item, List } from '../../../domain/taxonomies/types.ts'
import type { Fields } from '../../talk/turn.ts'
import { nodeIn } from './node-in.ts'

const FIELDS_AT_MOST = 60

/** Fields in which one item of a list is chosen. */
const LISTS: Readonly<Record<string, List<Item>>> = {
  kind: observationKinds,
  outcome: triageOutcomes,
  mode: feedbackModes,
}

/** The code of a choice. Old clients send its label. */
function codeIn(list: List<Item>, sent: string): string {
  if (list.items.some(({ code }) => code === sent)) return sent
  const shown = list.items.find(({ label }) => sent === label || sent.startsWith(`${label}. `))
  return shown?.code ?? sent
}

/** A card's data and inputs as text fields. Leaves out anything that is no plain value. */
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
