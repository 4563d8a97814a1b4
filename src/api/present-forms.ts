import type { ObservationDetail } from '../contract/observations.ts'
import type { BoardSettings } from '../domain/board/types.ts'
import { destinationsOf } from '../domain/observation/routing.ts'
import { startingWords } from '../domain/observation/wording.ts'
import {
  FEEDBACK_MODE_CODES,
  feedbackModes,
  KIND_CODES,
  labelOf,
  OUTCOME_CODES,
  observationKinds,
  outcomeOf,
  triageOutcomes,
} from '../domain/taxonomies/lists.ts'
import type { SeenObservation } from '../usecases/observation/get-observation.ts'
import { presentCode, presentPerson } from './present-names.ts'

type Forms = ObservationDetail['forms']

/** Choices for the forms of the actions that are allowed, and for no others. */
export function presentForms({ ref, view, allowed, board }: SeenObservation): Forms {
  const may = (action: string) => allowed.some((known) => known.action === action)
  return {
    decide: may('decide') ? outcomes(ref, board) : null,
    reassign: may('reassign') ? destinations(view, board) : null,
    correctKind: may('correctKind')
      ? KIND_CODES.filter((kind) => kind !== view.kind).map((kind) =>
          presentCode(observationKinds, kind),
        )
      : null,
    giveFeedback: may('giveFeedback') ? modes() : null,
  }
}

const outcomes = (ref: string, board: BoardSettings): NonNullable<Forms['decide']> =>
  OUTCOME_CODES.flatMap((code) => {
    const outcome = outcomeOf(code)
    if (!outcome || outcome.retired) return []
    const { needs, creates } = outcome
    const label = labelOf(triageOutcomes, code)
    return [{ code, label, needs, creates, startingWords: startingWords(code, ref, board.profile) }]
  })

const destinations = (
  view: SeenObservation['view'],
  board: BoardSettings,
): NonNullable<Forms['reassign']> =>
  destinationsOf(view, board).map(({ agency, name, people }) => ({
    agency: { id: agency, name },
    people: people.map((person) => presentPerson(board, person)),
  }))

const modes = (): NonNullable<Forms['giveFeedback']> =>
  feedbackModes.items
    .filter(({ code, retired }) => !retired && FEEDBACK_MODE_CODES.some((mode) => mode === code))
    .map(({ code, label, meaning }) => ({ code, label, meaning }))
