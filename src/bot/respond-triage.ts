import { sayStanding } from '../domain/observation/saying.ts'
import type { Missing } from '../domain/shared/errors.ts'
import { DomainError, isRefusal } from '../domain/shared/errors.ts'
import { outcomeOf } from '../domain/taxonomies/lists.ts'
import { changeObservation } from '../usecases/observation/change-observation.ts'
import { checkChange } from '../usecases/observation/check-change.ts'
import type { SeenObservation } from '../usecases/observation/get-observation.ts'
import { getObservation } from '../usecases/observation/get-observation.ts'
import { readObservation } from '../usecases/observation/read-observation.ts'
import { sayRefusal } from '../usecases/say-refusal.ts'
import type { Card } from './cards/card-data.ts'
import { reportCard } from './cards/report-cards.ts'
import { passedOnCard, passedOnToCard, triageCard } from './cards/triage-cards.ts'
import type { FormState } from './cards/triage-form.ts'
import { actionForm } from './cards/triage-form.ts'
import { decisionForm, decisionPreview, outcomeForm } from './cards/triage-forms.ts'
import type { CardAction } from './triage-commands.ts'
import { commandOf, opensForm } from './triage-commands.ts'
import type { Fields, Response, Turning } from './turn.ts'

const look = ({ deps, actor }: Turning, fields: Fields): Promise<SeenObservation> =>
  getObservation(deps, fields['ref'] ?? '', actor)

function cardFor(
  { deps }: Turning,
  seen: SeenObservation,
  { isRead = false, note = '' }: { isRead?: boolean; note?: string } = {},
): Card {
  if (seen.view.seenAs === 'reporter')
    return reportCard(seen, deps.linkTo(`reports/${seen.ref}`, 'Open in the tab'))
  return triageCard(seen, {
    calendar: deps.calendar,
    link: deps.linkTo(`triage/${seen.ref}`, 'Open in the tab'),
    submission: deps.newId(),
    isRead,
    note,
  })
}

/** A reference was typed, or "Open" pressed: the report, or the triage card, whichever is theirs. */
export const openReport = async (turning: Turning, fields: Fields): Promise<Response> => ({
  say: [cardFor(turning, await look(turning, fields))],
})

/** The triage card as it stands now, in the place of the one whose button was pressed. */
export const showTriage = async (turning: Turning, fields: Fields): Promise<Response> => ({
  say: [],
  replace: cardFor(turning, await look(turning, fields)),
})

/** The door to the narrative: shown to this person, on this copy of the card, only. */
export const readNarrative = async (turning: Turning, fields: Fields): Promise<Response> => ({
  say: [],
  replace: cardFor(
    turning,
    await readObservation(turning.deps, fields['ref'] ?? '', turning.actor, 'card'),
    { isRead: true },
  ),
})

type Form = (state: FormState) => Card

/** Forms that are made by hand, by their action. */
const OWN_FORMS: Partial<Readonly<Record<CardAction, Form>>> = { decide: outcomeForm }

const formOf = (action: CardAction): Form =>
  OWN_FORMS[action] ?? ((state) => actionForm(action, state))

const isAllowed = ({ allowed }: SeenObservation, action: CardAction) =>
  allowed.some((offered) => offered.action === action)

/** Why an action that somebody pressed is not theirs now, as the table says. */
const refusalFor = ({ view }: SeenObservation, action: CardAction) =>
  new DomainError('not-possible-now', { action, stage: view.stage })

/** Opens a form on the card, or shows how things stand when its action is no longer possible. */
async function opened(
  turning: Turning,
  fields: Fields,
  action: CardAction,
  {
    form = formOf(action),
    missing = [],
    note = '',
  }: { form?: Form; missing?: readonly Missing[]; note?: string } = {},
): Promise<Response> {
  const seen = await look(turning, fields)
  if (!isAllowed(seen, action)) {
    const why = note || sayRefusal(refusalFor(seen, action))
    return { say: [], replace: cardFor(turning, seen, { note: why }) }
  }
  const submission = fields['submission'] || turning.deps.newId()
  return { say: [], replace: form({ seen, submission, typed: fields, missing, note }) }
}

export const openForm =
  (action: CardAction) =>
  (turning: Turning, fields: Fields): Promise<Response> =>
    opened(turning, fields, action)

/** Second step of a decision, once there is an outcome to write it for. */
export function writeDecision(turning: Turning, fields: Fields): Promise<Response> {
  if (outcomeOf(fields['outcome'] ?? ''))
    return opened(turning, fields, 'decide', { form: decisionForm })
  const missing = [{ need: 'outcome', say: 'Choose what should happen with it.' }]
  return opened(turning, fields, 'decide', { missing })
}

/** Opening the decision form is somebody starting on it, and the reporter hears of it once. */
export async function openDecide(turning: Turning, fields: Fields): Promise<Response> {
  const seen = await look(turning, fields)
  if (isAllowed(seen, 'acknowledge')) {
    const { deps, actor, turn } = turning
    const submission = `${turn.key}:acknowledge`
    await changeObservation(deps, {
      id: seen.ref,
      command: { type: 'acknowledge' },
      actor,
      submission,
    })
    deps.nudge()
  }
  return opened(turning, fields, 'decide')
}

export async function previewDecision(turning: Turning, fields: Fields): Promise<Response> {
  const { deps, actor } = turning
  try {
    await checkChange(deps, fields['ref'] ?? '', commandOf('decide', fields), actor)
  } catch (error) {
    return refused(turning, fields, 'decide', error)
  }
  const seen = await look(turning, fields)
  const submission = fields['submission'] || deps.newId()
  const { outcome = '', reason = '', words = '', nextReviewOn = '' } = fields
  const kept = { outcome, reason, words, nextReviewOn }
  return {
    say: [],
    replace: decisionPreview({ seen, submission, typed: kept, missing: [], note: '' }),
  }
}

/** A refusal keeps what was typed where it can, and says how things stand where it cannot. */
async function refused(
  turning: Turning,
  fields: Fields,
  action: CardAction,
  error: unknown,
): Promise<Response> {
  if (!isRefusal(error) || error.code === 'not-found' || error.code === 'unavailable') throw error
  const seen = await look(turning, fields)
  const note = sayRefusal(error)
  // What takes one press has no form to show it on.
  if (!opensForm(action)) return { say: [], replace: cardFor(turning, seen, { note }) }
  const form = action === 'decide' ? decisionForm : formOf(action)
  if (isRefusal(error, 'incomplete'))
    return opened(turning, fields, action, { form, missing: error.details.missing })
  if (isRefusal(error, 'conflict'))
    return opened(turning, { ...fields, submission: '' }, action, {
      form,
      note: `It changed while you were writing. ${standingOf(seen)} What you wrote is kept: look, and send it again if it still fits.`,
    })
  return opened(turning, fields, action, { form, note })
}

const standingOf = ({ view }: SeenObservation): string =>
  sayStanding({
    stage: view.stage,
    acknowledged: view.acknowledged !== null,
    outcome: view.stage === 'awaitingTriage' ? null : view.decision.outcome,
  })

/** Takes the action behind a button, once however often it is pressed. */
export const take =
  (action: CardAction) =>
  async (turning: Turning, fields: Fields): Promise<Response> => {
    const { deps, actor, turn } = turning
    const command = commandOf(action, fields)
    const ref = fields['ref'] ?? ''
    try {
      await changeObservation(deps, {
        id: ref,
        command,
        actor,
        submission: fields['submission'] ? `${fields['submission']}:${action}` : turn.key,
        version: Number(fields['version'] ?? 0),
      })
      deps.nudge()
      const stillMine = await look(turning, fields).catch((error: unknown) => {
        if (isRefusal(error, 'not-found')) return undefined
        throw error
      })
      const card = stillMine
        ? cardFor(turning, stillMine)
        : // As it was sent: where it went from there is not theirs to know.
          command.type === 'reassign'
          ? passedOnToCard(ref, turning.board, command.to)
          : passedOnCard(ref)
      return { say: [], replace: card }
    } catch (error) {
      return refused(turning, fields, action, error)
    }
  }
