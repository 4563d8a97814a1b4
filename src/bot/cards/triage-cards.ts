import type { Allowed } from '../../domain/machinery/allowed.ts'
import { inSentence } from '../../domain/machinery/fields/check.ts'
import { DECIDE } from '../../domain/observation/decide-move.ts'
import { sayEvent } from '../../domain/observation/events.ts'
import { FACT_WORDS } from '../../domain/observation/fact-words.ts'
import { isToldWhatWasDone } from '../../domain/observation/needs.ts'
import { LEFT_TO_OTHERS } from '../../domain/observation/passing-on-moves.ts'
import { isPressing, urgentSince } from '../../domain/observation/pressing.ts'
import { sayProposal } from '../../domain/observation/proposing.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import { reopened } from '../../domain/observation/standing.ts'
import type { Addition } from '../../domain/observation/types.ts'
import { factOfWait, waitsFor } from '../../domain/observation/waits.ts'
import { labelOf, triageOutcomes } from '../../domain/taxonomies/lists.ts'
import { dateOf, sayDate } from '../../domain/words/time.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { isOnCards, opensForm } from '../records/card-actions.ts'
import { opens } from '../records/verbs.ts'
import { messageCard } from './build.ts'
import type { Button, Card, Fact, Link, Section } from './card-data.ts'
import {
  decidedBefore,
  narrativeSections,
  observationFacts,
  wasPassedOn,
  whyItCame,
  whyNotAgreed,
  whyOpenedAgain,
} from './report-cards.ts'
import { named, namedRoute, plain, shortened } from './text.ts'

/** Deciding again, once decided, is for the tab. The card offers what usually follows. */
export const isOffered = ({ view }: Pick<SeenObservation, 'view'>, action: string): boolean =>
  action !== 'decide' || view.stage === 'awaitingTriage'

function buttonsOf(
  { ref, version, view, allowed }: SeenObservation,
  {
    isRead,
    readUpTo,
    submission,
  }: { readonly isRead: boolean; readonly readUpTo: number; readonly submission: string },
): { readonly buttons: readonly Button[]; readonly more: readonly Button[] } {
  // How many of the additions this copy has shown.
  const data = { ref, version, submission, readUpTo }
  const offered = allowed
    .filter(({ missing }) => missing.length === 0)
    .filter(({ action }) => isOffered({ view }, action))
  const buttonsFor = (some: readonly Allowed[]) =>
    some.flatMap(({ action, label, given }): readonly Button[] => {
      if (!isOnCards(action)) return []
      const verb = opensForm(action) ? opens(action) : action
      return [{ title: label, verb, data: { ...given, ...data } }]
    })
  const read: Button = isRead
    ? { title: 'Hide what was written', verb: 'showTriage', data: { ref, readUpTo } }
    : { title: 'Read it', verb: 'readNarrative', data: { ref } }
  const comesFirst =
    !isRead && (view.stage === 'awaitingTriage' || readUpTo < view.additions.length)
  const likely = buttonsFor(offered.filter((one) => one.likely))
  const others = offered.filter((one) => !one.likely)
  const takesOnePress = ({ action }: Allowed) => isOnCards(action) && !opensForm(action)
  return {
    buttons: [
      // Nobody decides on what they have not read, or closes over it.
      ...(comesFirst ? [read, ...likely] : [...likely, read]),
      ...buttonsFor(others.filter(takesOnePress)),
    ],
    more: buttonsFor(others.filter((one) => !takesOnePress(one))),
  }
}

/** How it stands, for those who triage it. */
export function standing(seen: SeenObservation): { note: string; facts: readonly Fact[] } {
  const { view, board } = seen
  if (view.stage === 'awaitingTriage') {
    const { acknowledged } = view
    const passedOn = wasPassedOn(seen) ? 'It was passed on: “Read it” says why.' : ''
    const begun = acknowledged
      ? `${named(sayPerson(board, acknowledged.by))} has started on it.`
      : ''
    return { note: [passedOn, begun].filter((said) => said !== '').join(' '), facts: [] }
  }
  const { decision } = view
  const outcome = labelOf(triageOutcomes, decision.outcome)
  const decided = `Decided by ${named(sayPerson(board, decision.by))} on ${sayDate(dateOf(decision.at))}: ${outcome}.`
  const then =
    view.stage === 'closed'
      ? ` Closed by ${named(sayPerson(board, view.closed.by))} on ${sayDate(dateOf(view.closed.at))}.`
      : isToldWhatWasDone(view)
        ? ' The reporter has been told what was done.'
        : ' The reporter has been told the decision and its reason.'
  return {
    note: decided + then + sayLearned(view),
    facts: decision.nextReviewOn
      ? [{ title: DECIDE.fields.nextReviewOn.label, value: sayDate(decision.nextReviewOn) }]
      : [],
  }
}

/** What people took from it waits for its reporter. */
const sayLearned = ({ learned, stage }: SeenObservation['view']): string =>
  learned
    ? ` What people took from it is recorded in ${learned.activity}: ${stage === 'closed' ? 'open it again if the reporter should hear of it.' : 'tell the reporter.'}`
    : ''

const sayAge = (days: number): string =>
  days === 0 ? 'since today' : days === 1 ? '1 working day' : `${days} working days`

/**
 * The triager's card: how it stands now and what this person may do. Shows the narrative only if
 * they asked to read it. The same card shows the result afterwards.
 */
export function triageCard(
  seen: SeenObservation,
  {
    link,
    submission,
    isRead = false,
    readUpTo: readBefore = 0,
    note = '',
    unsent = [],
  }: {
    readonly link: Link
    readonly submission: string
    readonly isRead?: boolean
    /** How many of the additions they have read on this copy. */
    readonly readUpTo?: number
    /** Said before how it stands, such as why a press changed nothing. */
    readonly note?: string
    /** What they typed for an action that is no longer possible. */
    readonly unsent?: readonly Section[]
  },
): Card {
  const { ref, view, board, waitedWorkingDays } = seen
  const stands = standing(seen)
  const readUpTo = isRead ? view.additions.length : readBefore
  // What was decided about afterwards is not new.
  const decidedAt = view.decisions.at(-1)?.at ?? ''
  const added = whatIsNew(
    seen,
    view.additions.slice(readUpTo).filter(({ at }) => at >= decidedAt),
  )
  const waiting: readonly Fact[] = seen.isLeftToOthers
    ? []
    : [
        ...(view.stage === 'awaitingTriage'
          ? [{ title: FACT_WORDS.waiting, value: sayAge(waitedWorkingDays) }]
          : []),
        ...waitsFor(view, seen.now).map(factOfWait),
      ]
  // An open report: whoever reads it sees who wrote it, as the reporter was told before sending.
  const raisedBy: readonly Fact[] = isRead
    ? [{ title: FACT_WORDS.raisedBy, value: named(sayPerson(board, view.reporter)) }]
    : []
  const title = seen.isLeftToOthers
    ? `${ref} is with somebody else`
    : added.isUrgent
      ? `${ref} has become urgent`
      : view.stage === 'awaitingTriage'
        ? `${ref} waits for a decision`
        : view.stage === 'underWay'
          ? `${ref} is decided`
          : `${ref} is closed`
  return messageCard(title, {
    urgent:
      !seen.isLeftToOthers && isPressing(view, seen.history)
        ? 'A child may be at risk now, or a crime may have happened: look at it before anything else, and make sure it has been referred.'
        : '',
    note: [
      note,
      seen.isLeftToOthers && note === '' ? LEFT_TO_OTHERS : '',
      added.note,
      sayReopened(seen),
      stands.note,
      ...seen.proposals.map((proposal) => sayProposal(proposal, board, named)),
    ]
      .filter((said) => said !== '')
      .join(' '),
    facts: [
      ...observationFacts(seen),
      ...raisedBy,
      ...waiting,
      ...stands.facts,
      ...seen.follows.map(followsFact),
    ],
    sections: [
      ...unsent,
      ...(isRead
        ? [
            ...whyItCame(seen),
            ...whyNotAgreed(seen),
            ...whyOpenedAgain(seen),
            ...decidedBefore(seen),
            ...narrativeSections(view),
          ]
        : []),
    ],
    ...buttonsOf(seen, { isRead, readUpTo, submission }),
    links: [link],
  })
}

/** A record that follows from it: its reference opens it. */
const followsFact = ({ ref, title, stage, says }: SeenObservation['follows'][number]): Fact => ({
  title: ref,
  value: plain(shortened(`${title}. ${stage}. ${says}`, FOLLOWS_CHARACTERS)),
})

const FOLLOWS_CHARACTERS = 300

function sayReopened({ view, history, board }: SeenObservation): string {
  const last = reopened({ view, history })
  if (!last) return ''
  return `Opened again by ${named(sayPerson(board, last.by))} on ${sayDate(dateOf(last.at))}: it needs a new decision.`
}

/** What was added and is not read by whoever has this copy, and what it makes of it. */
function whatIsNew({ view, history, board }: SeenObservation, unread: readonly Addition[]) {
  const latest = unread.at(-1)
  if (!latest || view.stage === 'closed') return { note: '', isUrgent: false }
  const urgent = urgentSince(history)
  const isUrgent = urgent !== undefined && unread.some(({ at }) => at === urgent.at)
  const says = isUrgent
    ? sayEvent(urgent.event, board, 'triager')
    : latest.isReply
      ? 'The reporter answered'
      : 'The reporter added something'
  return { note: `New on ${sayDate(dateOf(latest.at))}: ${inSentence(says)}.`, isUrgent }
}

/** Replaces the card of somebody who may no longer see the observation. */
export const passedOnCard = (ref: string): Card =>
  messageCard(`${ref} is no longer with you`, {
    intro: ['It was passed on. There is nothing more for you to do.'],
  })

export const passedOnToCard = (
  ref: string,
  board: SeenObservation['board'],
  route: SeenObservation['view']['route'],
): Card =>
  messageCard(`${ref} is no longer with you`, {
    intro: [`You passed it on to ${namedRoute(board, route)}. They will be told.`],
  })
