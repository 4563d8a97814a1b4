import { sayStanding } from '../domain/observation/saying.ts'
import type { Missing } from '../domain/shared/errors.ts'
import { DomainError, isRefusal } from '../domain/shared/errors.ts'
import { outcomeOf } from '../domain/taxonomies/lists.ts'
import type { ObservationChangeCommand } from '../usecases/observation/change-observation.ts'
import { changeObservation } from '../usecases/observation/change-observation.ts'
import { checkChange } from '../usecases/observation/check-change.ts'
import type { SeenObservation } from '../usecases/observation/get-observation.ts'
import { getObservation } from '../usecases/observation/get-observation.ts'
import { readObservation } from '../usecases/observation/read-observation.ts'
import { sayRefusal } from '../usecases/say-refusal.ts'
import type { Card } from './cards/card-data.ts'
import { reportCard } from './cards/report-cards.ts'
import { passedOnCard, passedOnToCard, triageCard } from './cards/triage-cards.ts'
import type { FormState } from './cards/triage-forms.ts'
import {
  correctKindForm,
  decisionForm,
  decisionPreview,
  feedbackForm,
  outcomeForm,
  reassignForm,
  reopenForm,
} from './cards/triage-forms.ts'
import { commandOf } from './triage-commands.ts'
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

type Action = ObservationChangeCommand['type']

const FORMS = {
  openDecide: { action: 'decide', form: outcomeForm },
  writeDecision: { action: 'decide', form: decisionForm },
  previewDecision: { action: 'decide', form: decisionForm },
  decide: { action: 'decide', form: decisionForm },
  openReassign: { action: 'reassign', form: reassignForm },
  reassign: { action: 'reassign', form: reassignForm },
  openCorrectKind: { action: 'correctKind', form: correctKindForm },
  correctKind: { action: 'correctKind', form: correctKindForm },
  openGiveFeedback: { action: 'giveFeedback', form: feedbackForm },
  giveFeedback: { action: 'giveFeedback', form: feedbackForm },
  openReopen: { action: 'reopen', form: reopenForm },
  reopen: { action: 'reopen', form: reopenForm },
} as const satisfies Record<string, { action: Action; form: (state: FormState) => Card }>
export type FormVerb = keyof typeof FORMS

const isAllowed = ({ allowed }: SeenObservation, action: Action) =>
  allowed.some((offered) => offered.action === action)

/** Why an action that somebody pressed is not theirs now, as the table says. */
const refusalFor = ({ view }: SeenObservation, action: Action) =>
  new DomainError('not-possible-now', { action, stage: view.stage })

/** Opens a form on the card, or shows how things stand when its action is no longer possible. */
async function opened(
  turning: Turning,
  fields: Fields,
  verb: FormVerb,
  { missing = [], note = '' }: { missing?: readonly Missing[]; note?: string } = {},
): Promise<Response> {
  const { action, form } = FORMS[verb]
  const seen = await look(turning, fields)
  if (!isAllowed(seen, action)) {
    const why = note || sayRefusal(refusalFor(seen, action))
    return { say: [], replace: cardFor(turning, seen, { note: why }) }
  }
  const submission = fields['submission'] || turning.deps.newId()
  return { say: [], replace: form({ seen, submission, typed: fields, missing, note }) }
}

export const openForm =
  (verb: FormVerb) =>
  (turning: Turning, fields: Fields): Promise<Response> =>
    opened(turning, fields, verb)

/** Second step of a decision, once there is an outcome to write it for. */
export function writeDecision(turning: Turning, fields: Fields): Promise<Response> {
  if (outcomeOf(fields['outcome'] ?? '')) return opened(turning, fields, 'writeDecision')
  const missing = [{ need: 'outcome', say: 'Choose what should happen with it.' }]
  return opened(turning, fields, 'openDecide', { missing })
}

/** Opening the decision form is somebody starting on it, and the reporter hears of it once. */
export async function openDecide(turning: Turning, fields: Fields): Promise<Response> {
  const seen = await look(turning, fields)
  if (isAllowed(seen, 'acknowledge') && !seen.view.acknowledged) {
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
  return opened(turning, fields, 'openDecide')
}

export async function previewDecision(turning: Turning, fields: Fields): Promise<Response> {
  const { deps, actor } = turning
  try {
    await checkChange(deps, fields['ref'] ?? '', commandOf('decide', fields), actor)
  } catch (error) {
    return refused(turning, fields, 'previewDecision', error)
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
  verb: FormVerb | 'acknowledge' | 'close',
  error: unknown,
): Promise<Response> {
  if (!isRefusal(error) || error.code === 'not-found' || error.code === 'unavailable') throw error
  const seen = await look(turning, fields)
  const note = sayRefusal(error)
  if (verb === 'acknowledge' || verb === 'close')
    return { say: [], replace: cardFor(turning, seen, { note }) }
  if (isRefusal(error, 'incomplete'))
    return opened(turning, fields, verb, { missing: error.details.missing })
  if (isRefusal(error, 'conflict'))
    return opened(turning, { ...fields, submission: '' }, verb, {
      note: `It changed while you were writing. ${standingOf(seen)} What you wrote is kept: look, and send it again if it still fits.`,
    })
  return opened(turning, fields, verb, { note })
}

const standingOf = ({ view }: SeenObservation): string =>
  sayStanding({
    stage: view.stage,
    acknowledged: view.acknowledged !== null,
    outcome: view.stage === 'awaitingTriage' ? null : view.decision.outcome,
  })

/** Takes the action behind a button, once however often it is pressed. */
export const take =
  (
    verb:
      | 'acknowledge'
      | 'close'
      | 'decide'
      | 'reassign'
      | 'correctKind'
      | 'giveFeedback'
      | 'reopen',
  ) =>
  async (turning: Turning, fields: Fields): Promise<Response> => {
    const { deps, actor, turn } = turning
    const command = commandOf(verb, fields)
    const ref = fields['ref'] ?? ''
    try {
      await changeObservation(deps, {
        id: ref,
        command,
        actor,
        submission: fields['submission'] ? `${fields['submission']}:${verb}` : turn.key,
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
      return refused(turning, fields, verb, error)
    }
  }
