import { isMore, more, moreClosed, morePressed } from './respond-more.ts'
import { buttonAnswered, draftMoved, kindChosen, raise } from './respond-raising.ts'
import { sendPressed } from './respond-sending.ts'
import { actAs, agencyChosen, help, myReports, myWork, next } from './respond-talk.ts'
import {
  openDecide,
  openForm,
  openReport,
  previewDecision,
  readNarrative,
  showTriage,
  take,
  writeDecision,
} from './respond-triage.ts'
import type { Fields, Response, Turning } from './turn.ts'
import type { Verb } from './verbs.ts'

type Handler = (turning: Turning, fields: Fields) => Response | Promise<Response>

/** Question cards look alike before and after the receipt; those after it carry a reference. */
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

/** What each button does. A verb without a row does not compile. */
export const VERB_HANDLERS: Readonly<Record<Verb, Handler>> = {
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
  help,
  next,
  myReports,
  myWork,
  openReport,
  showTriage,
  readNarrative,
  acknowledge: take('acknowledge'),
  openDecide,
  writeDecision,
  previewDecision,
  decide: take('decide'),
  openReassign: openForm('openReassign'),
  reassign: take('reassign'),
  openCorrectKind: openForm('openCorrectKind'),
  correctKind: take('correctKind'),
  openGiveFeedback: openForm('openGiveFeedback'),
  giveFeedback: take('giveFeedback'),
  close: take('close'),
  openReopen: openForm('openReopen'),
  reopen: take('reopen'),
  chooseAgency: agencyChosen,
  actAs: (turning, fields) => actAs(turning, fields['person'] ?? ''),
}
