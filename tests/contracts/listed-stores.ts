import {
  anAction,
  anActionChange,
  anActivity,
  anActivityChange,
  anObservation,
  anObservationChange,
  aReview,
  aReviewChange,
} from '../builders.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { listedStoreContract } from './listed-store.ts'
import { observationFiguresContract } from './observation-figures.ts'
import { observationListsContract } from './observation-lists.ts'

/** The promises of the stores of every kind of record. */
export function listedStoresContract(name: string, setup: Setup, options?: ContractOptions): void {
  listedStoreContract(
    name,
    setup,
    {
      kind: 'observation',
      change: anObservationChange,
      stateWith: (text) =>
        anObservation({ answers: [{ question: 'story', value: { type: 'text', text } }] }),
    },
    options,
  )
  listedStoreContract(
    name,
    setup,
    { kind: 'activity', change: anActivityChange, stateWith: (about) => anActivity({ about }) },
    options,
  )
  listedStoreContract(
    name,
    setup,
    { kind: 'action', change: anActionChange, stateWith: (what) => anAction({ what }) },
    options,
  )
  listedStoreContract(
    name,
    setup,
    { kind: 'review', change: aReviewChange, stateWith: (about) => aReview({ about }) },
    options,
  )
  observationListsContract(name, setup)
  observationFiguresContract(name, setup)
}
