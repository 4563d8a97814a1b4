import { RECUSE } from '../../domain/observation/passing-on-moves.ts'
import type { Missing } from '../../domain/words/errors.ts'
import { DomainError, isRefusal } from '../../domain/words/errors.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { getObservation } from '../../usecases/observation/get-observation.ts'
import { readObservation } from '../../usecases/observation/read-observation.ts'
import { readOutline } from '../../usecases/observation/read-outline.ts'
import { changeRecord } from '../../usecases/records/change-record.ts'
import { checkChange } from '../../usecases/records/check-change.ts'
import { sayRefusal } from '../../usecases/say-refusal.ts'
import type { FormState } from '../cards/action-form.ts'
import {
  actionForm,
  actionPreview,
  holdsAll,
  nextStep,
  tooLongCard,
  writtenIn,
} from '../cards/action-form.ts'
import type { Card, Section } from '../cards/card-data.ts'
import { outlineCard } from '../cards/outline-cards.ts'
import { proposedCard } from '../cards/proposed-cards.ts'
import { reportCard } from '../cards/report-cards.ts'
import {
  isOffered,
  passedOnCard,
  passedOnToCard,
  standing,
  triageCard,
} from '../cards/triage-cards.ts'
import type { Fields, Response, Turning } from '../talk/turn.ts'
import type { CardAction } from './card-actions.ts'
import { commandOf, isOnCards, opensForm } from './card-actions.ts'
import { isFormOpen, noteForm } from './open-forms.ts'

const look = ({ deps, actor }: Turning, fields: Fields): Promise<SeenObservation> =>
  getObservation(deps, fields['ref'] ?? '', actor)

function cardFor(
  { deps }: Turning,
  seen: SeenObservation,
  shown: {
    isRead?: boolean
    readUpTo?: number
    note?: string
    unsent?: readonly Section[]
  } = {},
): Card {
  if (seen.view.seenAs === 'reporter')
    return reportCard(seen, deps.linkTo(`reports/${seen.ref}`, 'Open in the tab'), shown)
  return triageCard(seen, {
    link: deps.linkTo(`triage/${seen.ref}`, 'Open in the tab'),
    submission: deps.newId(),
    ...shown,
  })
}

/** How many of the additions have been read on the card that was pressed. */
const readOn = ({ readUpTo }: Fields) => ({ readUpTo: Number(readUpTo) || 0 })

/**
 * A reference was typed, or "Open" pressed. Shows the report, the triage card or the outline of
 * what was put to the board: the one that is theirs.
 */
export async function openReport(turning: Turning, fields: Fields): Promise<Response> {
  try {
    return { say: [cardFor(turning, await look(turning, fields))] }
  } catch (error) {
    if (!isRefusal(error, 'not-found')) throw error
    const { deps, actor } = turning
    const seen = await readOutline(deps, fields['ref'] ?? '', actor)
    const link = deps.linkTo(`outlines/${seen.ref}`, 'Open in the tab')
    const card =
      seen.proposals.length > 0
        ? proposedCard(seen, link, { isRead: true, submission: deps.newId() })
        : outlineCard(seen, link, { isRead: true, submission: deps.newId() })
    return { say: [card] }
  }
}

/** The triage card as it stands now, replacing the one whose button was pressed. */
export async function showTriage(turning: Turning, fields: Fields): Promise<Response> {
  const seen = await look(turning, fields)
  await formIs(turning, seen, false)
  return { say: [], replace: cardFor(turning, seen, readOn(fields)) }
}

/** Shows the narrative, to this person and on this copy of the card only. */
export const readNarrative = async (turning: Turning, fields: Fields): Promise<Response> => ({
  say: [],
  replace: cardFor(
    turning,
    await readObservation(turning.deps, fields['ref'] ?? '', turning.actor, 'card'),
    { isRead: true },
  ),
})

const isAllowed = ({ allowed }: SeenObservation, action: CardAction) =>
  allowed.some((offered) => offered.action === action)

/** Why a pressed action is not theirs now, as the table says. */
const refusalFor = ({ view }: SeenObservation, action: CardAction) =>
  new DomainError('not-possible-now', { action, stage: view.stage })

/** An open form is kept, whatever happens to the observation meanwhile. */
const formIs = ({ deps, actor }: Turning, { ref }: SeenObservation, isOpen: boolean) =>
  noteForm(deps, { person: actor.person, ref, isOpen })

interface Opening {
  readonly form?: (action: CardAction, state: FormState) => Card
  readonly missing?: readonly Missing[]
  readonly note?: string
  /** It was open before, so the reading of its story is noted already. */
  readonly goesOn?: boolean
}

/**
 * Opens a form on the card, or shows how things stand if its action is no longer possible. The
 * story is on the form, so opening it is a reading (I2).
 */
async function opened(
  turning: Turning,
  fields: Fields,
  action: CardAction,
  { form = actionForm, missing = [], note = '', goesOn = true }: Opening = {},
): Promise<Response> {
  const { deps, actor } = turning
  const seen = await look(turning, fields)
  const why = !isAllowed(seen, action)
    ? note || sayRefusal(refusalFor(seen, action))
    : goesOn || isOffered(seen, action)
      ? null
      : DECIDE_IN_TAB
  if (why !== null) {
    await formIs(turning, seen, false)
    const unsent = writtenIn(action, fields)
    return { say: [], replace: cardFor(turning, seen, { ...readOn(fields), note: why, unsent }) }
  }
  const isNoted = goesOn && (await isFormOpen(deps, actor.person, seen.ref))
  if (!isNoted) await readObservation(deps, seen.ref, actor, 'card')
  await formIs(turning, seen, true)
  const changed = changedSince(seen, fields, goesOn)
  const said = [changed, note].filter((one) => one !== '').join(' ')
  const submission = (changed === '' && fields['submission']) || deps.newId()
  const card = form(action, { seen, submission, typed: fields, missing, note: said })
  // Drawn again, it would lose the end of what was typed. Left as it is, it holds all of it.
  return holdsAll(card, fields)
    ? { say: [], replace: card }
    : { say: [tooLongCard(seen.ref, [said, ...missing.map(({ say }) => say)])] }
}

const DECIDE_IN_TAB = 'It is decided already. To decide anew, open it in the tab.'

const KEPT = 'What you wrote is kept: look, and send it if it still fits.'

/** What happened since the pressed card was drawn; '' for nothing. */
function changedSince(seen: SeenObservation, { version }: Fields, goesOn: boolean): string {
  if (version === undefined || Number(version) === seen.version) return ''
  const { note } = standing(seen)
  const said = goesOn
    ? ['It changed while you were writing.', note, KEPT]
    : ['It changed since this card was sent.', note]
  return said.filter((one) => one !== '').join(' ')
}

export const openForm =
  (action: CardAction) =>
  (turning: Turning, fields: Fields): Promise<Response> =>
    opened(turning, fields, action, { goesOn: false })

/** The action that a form is for. Its buttons carry it. */
function actionIn({ action = '' }: Fields): CardAction {
  if (!isOnCards(action)) throw new DomainError('not-found', { what: 'action' })
  return action
}

/** The next step of a form that is filled in step by step, once its text has what it starts by. */
export function fillIn(turning: Turning, fields: Fields): Promise<Response> {
  const action = actionIn(fields)
  return opened(turning, fields, action, { form: nextStep })
}

export async function preview(turning: Turning, fields: Fields): Promise<Response> {
  const { deps, actor } = turning
  const action = actionIn(fields)
  try {
    await checkChange(deps, 'observation', fields['ref'] ?? '', commandOf(action, fields), actor)
  } catch (error) {
    return refused(turning, fields, action, error)
  }
  return opened(turning, fields, action, { form: actionPreview })
}

/** A refusal keeps what was typed where it can. Where it cannot, it says how things stand. */
async function refused(
  turning: Turning,
  fields: Fields,
  action: CardAction,
  error: unknown,
): Promise<Response> {
  if (!isRefusal(error) || error.code === 'not-found' || error.code === 'unavailable') throw error
  const seen = await look(turning, fields)
  const note = sayRefusal(error)
  // An action of one press has no form to show the refusal on.
  if (!opensForm(action))
    return { say: [], replace: cardFor(turning, seen, { ...readOn(fields), note }) }
  if (isRefusal(error, 'incomplete'))
    return opened(turning, fields, action, { missing: error.details.missing })
  // A form that was drawn before the change says what changed.
  if (isRefusal(error, 'conflict')) return opened(turning, fields, action)
  return opened(turning, fields, action, { note })
}

/** Takes the action behind a button, once however often it is pressed. */
export const take =
  (action: CardAction) =>
  async (turning: Turning, fields: Fields): Promise<Response> => {
    const { deps, actor, turn } = turning
    const command = commandOf(action, fields)
    const ref = fields['ref'] ?? ''
    try {
      const { id } = await changeRecord(deps, 'observation', {
        id: ref,
        command,
        actor,
        submission: fields['submission'] ? `${fields['submission']}:${action}` : turn.key,
        version: Number(fields['version'] ?? 0),
      })
      if (opensForm(action)) await noteForm(deps, { person: actor.person, ref: id, isOpen: false })
      deps.nudge()
      const stillMine = await look(turning, fields).catch((error: unknown) => {
        if (isRefusal(error, 'not-found')) return undefined
        throw error
      })
      const card = stillMine
        ? cardFor(turning, stillMine, {
            ...readOn(fields),
            note: command.type === 'recuse' ? RECUSE.done : '',
          })
        : // As it was sent: where it went from there is not theirs to know.
          command.type === 'reassign'
          ? passedOnToCard(ref, turning.board, command.to)
          : passedOnCard(ref)
      return { say: [], replace: card }
    } catch (error) {
      return refused(turning, fields, action, error)
    }
  }
