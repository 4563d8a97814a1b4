/** Every button of every card. The turn's table of handlers has exactly these. */
export const VERBS = [
  // raising
  'raise',
  'chooseKind',
  'changeKind',
  'answer',
  'back',
  'skip',
  'stop',
  'goOn',
  'startAgain',
  'deleteDraft',
  'send',
  'more',
  // looking
  'help',
  'next',
  'myReports',
  'myWork',
  'openReport',
  'showTriage',
  'readNarrative',
  // triage
  'acknowledge',
  'openDecide',
  'writeDecision',
  'previewDecision',
  'decide',
  'openReassign',
  'reassign',
  'openCorrectKind',
  'correctKind',
  'openGiveFeedback',
  'giveFeedback',
  'close',
  'openReopen',
  'reopen',
  // who I am
  'chooseAgency',
  'actAs',
] as const
export type Verb = (typeof VERBS)[number]

export const isVerb = (text: string): text is Verb => (VERBS as readonly string[]).includes(text)

/** Verbs of the message extension's dialog, which arrive another way and are no buttons of cards. */
export const DIALOG_VERBS = ['dialogKind', 'dialogSend'] as const
