import { decisionDueOn } from '../domain/observation/promise.ts'
import type { Observation } from '../domain/observation/types.ts'
import type { Missing } from '../domain/shared/errors.ts'
import { isRefusal } from '../domain/shared/errors.ts'
import type { Stored } from '../ports/records.ts'
import { raisedEarlier, raiseObservation } from '../usecases/observation/raise-observation.ts'
import { messageCard } from './cards/build.ts'
import { readersOf } from './cards/check-card.ts'
import { receiptCard } from './cards/draft-cards.ts'
import type { Draft } from './conversation/draft.ts'
import {
  answersFor,
  askedBeforeSending,
  nextAfterwards,
  withAnswer,
} from './conversation/engine.ts'
import { readField } from './conversation/read-answer.ts'
import { checkOf, draftOf, GONE, position, raising, stale } from './respond-position.ts'
import type { Fields, Response, Turning } from './turn.ts'

/** The draft with what the check card's fields hold now; an emptied field is an empty answer. */
export function withFields(draft: Draft, fields: Fields): Draft {
  if (!draft.kind) return draft
  let { answers } = draft
  for (const question of askedBeforeSending(draft.kind)) {
    const field = fields[`answer_${question.code}`]
    if (field === undefined) continue
    const value = readField(question, field)
    answers = value
      ? withAnswer(answers, question.code, value)
      : answers.filter((answer) => answer.question !== question.code)
  }
  return { ...draft, answers }
}

const problemsOf = (missing: readonly Missing[]): Readonly<Record<string, string>> =>
  Object.fromEntries(missing.map(({ need, say }) => [need, say]))

/** Sends the report. The receipt is only shown once it is stored. */
export async function sent(turning: Turning, draft: Draft, fields: Fields): Promise<Response> {
  const { deps, actor } = turning
  const filled = withFields(draft, fields)
  if (!filled.kind) return position(turning, { ...filled, at: 'kind' })
  try {
    const { kind, id } = filled
    const answers = answersFor(kind, filled.answers)
    const stored = await raiseObservation(deps, { kind, answers, submission: id, actor })
    deps.nudge()
    return { ...receipt(turning, stored), dialog: null, replace: messageCard('Sent') }
  } catch (error) {
    if (!isRefusal(error, 'incomplete')) throw error
    const card = checkOf(turning, filled, {
      problems: problemsOf(error.details.missing),
      note: 'Nothing has been sent yet: something is missing. What you wrote is still here.',
    })
    const inPlace = turning.turn.input.type === 'pressed'
    return {
      say: inPlace ? [] : [card],
      ...(inPlace ? { replace: card } : {}),
      dialog: raising(turning, { ...filled, at: 'check' }),
    }
  }
}

export async function sendPressed(turning: Turning, fields: Fields): Promise<Response> {
  const draft = draftOf(turning, fields)
  if (draft) return sent(turning, draft, fields)
  // Pressed twice, or on another device: the report is there, and this is its receipt.
  const earlier = await raisedEarlier(turning.deps, turning.actor, fields['draft'] ?? '')
  return earlier
    ? { ...receipt(turning, earlier), replace: messageCard('Sent') }
    : stale(turning, GONE)
}

function receipt({ deps, board }: Turning, { id, state }: Stored<Observation>): Response {
  const hasMore = nextAfterwards(state.kind, state.answers, null) !== undefined
  return {
    say: [
      receiptCard({ ref: id, observation: state }, board, {
        readers: readersOf(board, state.route.agency, state.reporter),
        dueOn: decisionDueOn(state, deps.calendar),
        hasMore,
      }),
    ],
  }
}
