import { actAs } from '../talk/act-as.ts'
import { atRisk } from '../talk/add-words.ts'
import { raise } from '../talk/begin.ts'
import { another, apart, joined } from '../talk/keep-next.ts'
import { buttonAnswered, draftMoved, kindChosen, toOffice } from '../talk/raise.ts'
import { sendPressed } from '../talk/send.ts'
import { agencyChosen, help, myReports, myWork, next } from '../talk/small-talk.ts'
import { addSomething, isMore, more, moreClosed, morePressed } from '../talk/tell-more.ts'
import type { Fields, Response, Turning } from '../talk/turn.ts'
import { wishPressed } from '../talk/wishes.ts'
import { keepWords } from '../talk/words-anywhere.ts'
import { answer, openDecline } from './answer-proposal.ts'
import { CARD_ACTIONS, opensForm } from './card-actions.ts'
import { openAction, openRecord, recordLearning, takeAction } from './show-record.ts'
import { fillIn, openForm, openReport, preview, readNarrative, showTriage, take } from './triage.ts'
import type { OwnVerb, Verb } from './verbs.ts'
import { opens } from './verbs.ts'

type Handler = (turning: Turning, fields: Fields) => Response | Promise<Response>

/** Question cards look alike before and after the receipt. Those after it carry a reference. */
const ofQuestion =
  (verb: 'answer' | 'skip' | 'stop', whileRaising: Handler): Handler =>
  (turning, fields) => {
    if (!fields['ref']) return whileRaising(turning, fields)
    return isMore(turning.dialog)
      ? morePressed(turning, turning.dialog, fields, verb)
      : moreClosed()
  }

const moves =
  (verb: string): Handler =>
  (turning, fields) =>
    draftMoved(turning, fields, verb)

/** What each button does that is no action. A verb without a row does not compile. */
const OWN_HANDLERS: Readonly<Record<OwnVerb, Handler>> = {
  raise: (turning) => raise(turning, {}),
  chooseKind: kindChosen,
  changeKind: moves('changeKind'),
  answer: ofQuestion('answer', buttonAnswered),
  back: moves('back'),
  skip: ofQuestion('skip', moves('goOn')),
  stop: ofQuestion('stop', moves('stop')),
  goOn: moves('goOn'),
  startAgain: moves('startAgain'),
  deleteDraft: moves('deleteDraft'),
  send: sendPressed,
  more,
  addSomething,
  atRisk,
  toOffice,
  another,
  join: joined,
  apart,
  keepWords,
  wish: wishPressed,
  help,
  next,
  myReports,
  myWork,
  openReport,
  showTriage,
  readNarrative,
  fillIn,
  preview,
  openRecord,
  openAction,
  takeAction,
  recordLearning: (turning) => recordLearning(turning),
  chooseAgency: agencyChosen,
  actAs: (turning, fields) => actAs(turning, fields['person'] ?? ''),
}

/** What each button does. */
export const VERB_HANDLERS: Readonly<Record<Verb, Handler>> = {
  ...OWN_HANDLERS,
  ...Object.fromEntries(CARD_ACTIONS.map((action) => [action, take(action)])),
  ...Object.fromEntries(
    CARD_ACTIONS.filter(opensForm).map((action) => [opens(action), openForm(action)]),
  ),
  agree: answer('agree'),
  decline: answer('decline'),
  openDecline,
} as Readonly<Record<Verb, Handler>> // each action, and each that opens a form
