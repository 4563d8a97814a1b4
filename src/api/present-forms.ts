import type { ObservationDetail } from '../contract/observations.ts'
import type { BoardSettings } from '../domain/board/types.ts'
import { triagersOf } from '../domain/observation/routing.ts'
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

/**
 * Every active agency with the people who would triage there. Where the observation lies now: its
 * agency only with other people than the one it lies with, and not at all without any.
 */
const destinations = (
  { route, reporter }: SeenObservation['view'],
  board: BoardSettings,
): NonNullable<Forms['reassign']> =>
  board.agencies
    .filter(({ active }) => active)
    .map(({ id, name }) => ({
      agency: { id, name },
      people: triagersOf({ reporter, route: { agency: id, person: null } }, board)
        .filter((person) => id !== route.agency || person !== route.person)
        .map((person) => presentPerson(board, person)),
    }))
    .filter(
      ({ agency, people }) =>
        agency.id !== route.agency || route.person !== null || people.length > 0,
    )

const modes = (): NonNullable<Forms['giveFeedback']> =>
  feedbackModes.items
    .filter(({ code, retired }) => !retired && FEEDBACK_MODE_CODES.some((mode) => mode === code))
    .map(({ code, label, meaning }) => ({ code, label, meaning }))
