import type { NoticeText } from '../registered.ts'

/** What a message about an observation is for; `{ref}` is its reference. */
export const OBSERVATION_NOTICES = {
  triage: { title: '', is: 'a card with what may be done about it' },
  acknowledged: {
    title: '{ref}: somebody senior has started on it',
    intro: 'You will hear what is decided, and why.',
    is: 'that somebody senior has started',
  },
  passedOn: {
    title: '{ref} is with somebody else now',
    intro: 'You will hear what is decided, and why.',
    is: 'who reads it now',
  },
  decided: {
    title: '{ref}: there is a decision',
    intro: 'Before it is closed you will hear what was done.',
    is: 'the decision and its reason',
  },
  answered: {
    title: '{ref}: here is our answer',
    intro:
      'It is closed with this. If it does not settle things, tell us again and name this reference, or ask the board office. It can be opened again.',
    is: 'the answer and its reason, and that it is closed',
  },
  question: {
    title: '{ref}: somebody asks you a question',
    intro:
      'It comes from somebody who looks at your report, and goes back to them. You do not have to answer, and you are reminded of it once at most.',
    is: 'the question',
  },
  feedback: { title: '{ref}: what was done', is: 'what was done' },
  notHeld: {
    title: '{ref}: what was planned will not be held',
    intro: 'Those who look at your report know, and decide what happens instead.',
    is: 'that the learning that was planned will not be held, and why',
  },
  closed: {
    title: '{ref} is closed',
    intro: 'Thank you for speaking up. What you told us stays part of what we learn from.',
    is: 'that it is closed',
  },
  reopened: {
    title: '{ref} has been opened again',
    intro: 'Somebody senior will look at it once more, and you will hear what is decided.',
    is: 'that it is looked at again',
  },
  asked: {
    title: '{ref}: may call for a statutory review',
    intro:
      'This is a question to the board. You see an outline: what was written, and who wrote it, stay with those who triage it. Ask whoever decided for what you need.',
    is: 'an outline: reference, kind, agency, dates and who decided',
  },
  askedMoved: {
    title: '{ref}: how the statutory question stands',
    intro: 'It was put to the board, and something about it has changed since.',
    is: 'the outline as it stands now',
  },
  proposed: {
    title: '{ref}: somebody asks you to agree',
    intro:
      'A child died or was seriously harmed, or somebody has said so. Nobody decides alone that there is no statutory review to consider, or takes that answer back. You see an outline and what is proposed. Who reported it, and what they wrote, stay with those who triage it.',
    is: 'an outline, what is proposed, and whether to agree',
  },
  agreed: {
    title: '{ref}: the chair agreed, and it is done',
    intro: 'What you proposed stands.',
    is: 'that it is done',
  },
  notAgreed: {
    title: '{ref}: the chair did not agree',
    intro: 'Nothing is decided. Open it to read why, and decide again.',
    is: 'that it is not decided',
  },
  overtaken: {
    title: '{ref}: what you proposed is no longer asked',
    intro:
      'Something was done meanwhile that changes what it was about, so nobody is asked to agree any more. Open it to see how it stands. If it still fits, propose it again.',
    is: 'that it waits for nobody any more',
  },
  settled: {
    title: '{ref}: nothing waits for you',
    intro: 'Something was done meanwhile that changes what was proposed: you need not answer it.',
    is: 'that there is nothing to agree to any more',
  },
  lapsed: {
    title: '{ref}: nobody agreed in time',
    intro:
      'What you proposed has lapsed, and nothing is decided. Propose it again, or decide otherwise.',
    is: 'that it is not decided',
  },
} as const satisfies Record<string, NoticeText>
export type ObservationNotice = keyof typeof OBSERVATION_NOTICES
