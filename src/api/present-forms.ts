import type { ObservationDetail } from '../contract/observations.ts'
import { startingWords } from '../domain/observation/wording.ts'
import { OUTCOME_CODES, outcomeOf } from '../domain/taxonomies/lists.ts'
import type { SeenObservation } from '../usecases/observation/get-observation.ts'

/** What the forms that are made by hand need, where their action is allowed. */
export const presentForms = ({
  ref,
  allowed,
  board,
}: SeenObservation): ObservationDetail['forms'] => ({
  decide: allowed.some(({ action }) => action === 'decide')
    ? OUTCOME_CODES.flatMap((code) => {
        const outcome = outcomeOf(code)
        if (!outcome || outcome.retired) return []
        const { label, needs, follows } = outcome
        return [
          { code, label, needs, follows, startingWords: startingWords(code, ref, board.profile) },
        ]
      })
    : null,
})
