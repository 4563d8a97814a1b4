import { useState } from 'react'
import type { Labelled, Named } from '../../contract/common.ts'
import type { ObservationRow } from '../../contract/observations.ts'
import { useSession } from '../session/session-context.ts'

interface Choices {
  readonly kinds: readonly Labelled[]
  readonly agencies: readonly Named[]
}

const byLabel = (a: Labelled, b: Labelled) => a.label.localeCompare(b.label, 'en-GB')
const byName = (a: Named, b: Named) => a.name.localeCompare(b.name, 'en-GB')

/** `nearMiss` as `Near miss`: for a code from a link that no row has shown yet. */
const inWords = (code: string) => {
  const words = code.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * What the queue can be narrowed to: what its rows have shown so far, the agencies of the person's
 * duties, and what is chosen already. The API has no list of them.
 */
export function useFilterChoices(
  rows: readonly ObservationRow[] | null,
  chosen: { readonly kind: string; readonly agency: string },
): Choices {
  const { me } = useSession()
  const [seen, setSeen] = useState<Choices>(() => ({
    kinds: [],
    agencies: me.duties.map(({ agency }) => agency).filter((agency) => agency !== null),
  }))
  const [read, setRead] = useState<readonly ObservationRow[] | null>(null)
  if (rows && rows !== read) {
    const kinds = new Map([...seen.kinds, ...rows.map(({ kind }) => kind)].map((k) => [k.code, k]))
    const agencies = new Map(
      [...seen.agencies, ...rows.map(({ agency }) => agency)].map((a) => [a.id, a]),
    )
    setRead(rows)
    setSeen({
      kinds: [...kinds.values()].sort(byLabel),
      agencies: [...agencies.values()].sort(byName),
    })
  }
  const { kinds, agencies } = seen
  return {
    kinds:
      chosen.kind === '' || kinds.some(({ code }) => code === chosen.kind)
        ? kinds
        : [...kinds, { code: chosen.kind, label: inWords(chosen.kind) }],
    agencies:
      chosen.agency === '' || agencies.some(({ id }) => id === chosen.agency)
        ? agencies
        : [...agencies, { id: chosen.agency, name: 'The agency in this link' }],
  }
}
