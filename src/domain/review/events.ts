import type { NoticeText, TellingOf } from '../registered.ts'
import { labelOf } from '../taxonomies/lists.ts'
import { profileOf, reviewTypes } from '../taxonomies/review-lists.ts'
import type { ToldEvents } from '../told.ts'
import { asSentence } from '../words/text.ts'
import { sayDate } from '../words/time.ts'
import { bandOf, saySuggestion } from './proportionality.ts'
import { criteriaTest, notifiableTest, sayAnswer, sayResult } from './statutory-test.ts'
import type { ReviewEvent } from './types.ts'

/** What a message about a review is for. */
export const REVIEW_NOTICES = {
  proposed: {
    title: '{ref}: a review is proposed',
    intro: 'Open it to see what it is about. Commission it there, or decline it with a reason.',
    is: 'that a review is proposed to them',
  },
  commissioned: {
    title: '{ref}: the review you proposed is commissioned',
    intro: 'Open it to read its terms of reference.',
    is: 'that the review they proposed goes ahead',
  },
  declined: {
    title: '{ref}: the review you proposed does not go ahead',
    intro: 'Open it to read why.',
    is: 'that the review they proposed does not go ahead, and where to read why',
  },
  withdrawn: {
    title: '{ref}: a proposed review is withdrawn',
    intro: 'Another decision was made about the report it followed from.',
    is: 'that a proposed review is withdrawn',
  },
  dropped: {
    title: '{ref}: the decision it followed from has changed',
    intro: 'It stays proposed, since the criteria for a statutory review are met.',
    is: 'that the decision it followed from has changed, and it stays',
  },
  asked: {
    title: '{ref}: the chair asks you to agree to declining a review',
    intro: 'A statutory review was asked for. Open it, and agree there or say why not.',
    is: 'that a second person has to agree',
  },
  agreed: {
    title: '{ref}: it is agreed, and declined',
    is: 'that what they wanted to decline is declined',
  },
  notAgreed: {
    title: '{ref}: declining it was not agreed',
    intro: 'Open it to read why, and decide again.',
    is: 'that it is not declined',
  },
  overtaken: {
    title: '{ref}: declining it is no longer asked',
    intro: 'Something about it has changed. Open it to see how it stands.',
    is: 'that nobody is asked to agree any more',
  },
  settled: {
    title: '{ref}: nothing waits for you',
    intro: 'Something about it has changed: you need not answer whether it is declined.',
    is: 'that there is nothing to agree to any more',
  },
  lapsed: {
    title: '{ref}: nobody agreed in time',
    intro: 'It is not declined. Open it, and decide again.',
    is: 'that it is not declined',
  },
} as const satisfies Record<string, NoticeText>
export type ReviewNotice = keyof typeof REVIEW_NOTICES
/**
 * `proposer`: who proposed the review. `seconds`: who may agree to declining it. `decliner`: who
 * wanted to decline it.
 */
export type ReviewWho = 'chair' | 'proposer' | 'seconds' | 'decliner'
type Telling = TellingOf<ReviewWho, ReviewNotice>

const tells = (who: ReviewWho, notice: ReviewNotice): Telling => ({ who, notice })
const method = (code: string) => labelOf(reviewTypes, code)
const answersOf = (answers: Readonly<Record<string, string>>) =>
  Object.keys(answers)
    .map((code) => asSentence(sayAnswer(code, answers)))
    .join(' ')

/** What becomes of each event: its words in history and audit log, and who is told. */
export const REVIEW_EVENTS: ToldEvents<ReviewEvent, ReviewWho, ReviewNotice> = {
  ReviewProposed: {
    label: 'Proposed',
    says: ({ method: code, origin }) =>
      `${method(code)} proposed${origin === null ? '' : ` by the decision on ${origin}`}`,
    tells: [tells('chair', 'proposed')],
    cards: 'nobody',
  },
  NotifiableAnswered: {
    label: 'Answered whether it is notifiable',
    says: ({ answers, knownOn, profile }) =>
      `Is it notifiable, under ${profileOf(profile).label}? By these answers alone: ${sayResult(notifiableTest(profile, answers))}. ${answersOf(answers)} Known since ${sayDate(knownOn)}.`,
    tells: [],
    cards: 'nobody',
  },
  CriteriaAnswered: {
    label: 'Answered whether it meets the criteria',
    says: ({ answers, profile, lookAgainOn }) =>
      `The criteria, under ${profileOf(profile).label}: ${sayResult(criteriaTest(profile, answers))}. ${answersOf(answers)}${lookAgainOn === null ? '' : ` To be looked at again on ${sayDate(lookAgainOn)}.`}`,
    tells: [],
    cards: 'nobody',
  },
  IncidentNotified: {
    label: 'Notified',
    says: ({ notifiedOn }) => `The incident was notified on ${sayDate(notifiedOn)}`,
    tells: [],
    cards: 'nobody',
  },
  ReviewAssessed: {
    label: 'Assessed how much review fits',
    says: ({ score, suggested, band, method: code, departure }) =>
      `Assessed: ${saySuggestion({ score, band: suggested })}. Chosen: ${method(code)}, “${bandOf(band)?.label ?? ''}”.${departure === null ? '' : ` Reason: ${departure}`}`,
    tells: [],
    cards: 'nobody',
  },
  ReviewCommissioned: {
    label: 'Commissioned',
    says: ({ profile }) => `Commissioned, under ${profileOf(profile).label}`,
    tells: [tells('proposer', 'commissioned')],
    cards: 'nobody',
  },
  ReviewDeclined: {
    label: 'Declined',
    says: ({ reason, after }) =>
      `Declined${after === null ? '' : ` after the rapid review ${after.rapidReview}; the national panel was told on ${sayDate(after.panelToldOn)}`}. Reason: ${reason}`,
    tells: [tells('proposer', 'declined')],
    cards: 'nobody',
  },
  ReviewWithdrawn: {
    label: 'Withdrawn',
    says: () => 'Withdrawn. Another decision was made about the report it followed from.',
    tells: [tells('chair', 'withdrawn'), tells('proposer', 'withdrawn')],
    cards: 'nobody',
  },
  OriginDropped: {
    label: 'The decision it followed from has changed',
    says: () =>
      'Another decision was made about the report it followed from. It stays, as the criteria are met.',
    tells: [tells('chair', 'dropped')],
    cards: 'nobody',
  },
  PanelTold: {
    label: 'The national panel was told',
    says: ({ toldOn }) => `The national panel was told on ${sayDate(toldOn)}`,
    tells: [],
    cards: 'nobody',
  },
  Proposed: {
    label: 'Declining it was put to a second person',
    says: ({ command, until }) =>
      `To be declined, if the business manager agrees until ${sayDate(until)}.${'reason' in command ? ` Reason: ${command.reason}` : ''}`,
    tells: [tells('seconds', 'asked')],
    cards: 'nobody',
  },
  ProposalAgreed: {
    label: 'The second person agreed',
    tells: [tells('decliner', 'agreed')],
    cards: 'nobody',
  },
  ProposalDeclined: {
    label: 'The second person did not agree',
    says: ({ reason }) => `Declining it was not agreed. Reason: ${reason}`,
    tells: [tells('decliner', 'notAgreed')],
    cards: 'nobody',
  },
  ProposalTakenBack: { label: 'Declining it was taken back', tells: [], cards: 'nobody' },
  ProposalOvertaken: {
    label: 'Declining it is no longer asked',
    tells: [tells('decliner', 'overtaken'), tells('seconds', 'settled')],
    cards: 'nobody',
  },
  ProposalLapsed: {
    label: 'Nobody agreed in time',
    tells: [tells('decliner', 'lapsed')],
    cards: 'nobody',
  },
}
