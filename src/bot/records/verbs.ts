import type { CardAction, FormAction } from './card-actions.ts'
import { CARD_ACTIONS, opensForm } from './card-actions.ts'

/** Buttons that are no action of a workflow. */
const OWN_VERBS = [
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
  'addSomething',
  'atRisk',
  'toOffice',
  'another',
  'join',
  'apart',
  'keepWords',
  'wish',
  // looking
  'help',
  'next',
  'myReports',
  'myWork',
  'openReport',
  'showTriage',
  'readNarrative',
  // the steps of a form between opening it and sending it
  'fillIn',
  'preview',
  // a record of any kind, and what may be done with it
  'openRecord',
  'openAction',
  'takeAction',
  'recordLearning',
  // who I am
  'chooseAgency',
  'actAs',
] as const
export type OwnVerb = (typeof OWN_VERBS)[number]
export type OpensForm = `open${Capitalize<FormAction>}`
export type Verb = OwnVerb | CardAction | OpensForm

/** The verb that opens the form of an action. */
export const opens = (action: FormAction): OpensForm =>
  // The name with a capital, as the type says.
  `open${action.charAt(0).toUpperCase()}${action.slice(1)}` as OpensForm

/** Every button of every card. The table of handlers has exactly these. */
export const VERBS: readonly Verb[] = [
  ...OWN_VERBS,
  ...CARD_ACTIONS,
  ...CARD_ACTIONS.filter(opensForm).map(opens),
]

export const isVerb = (text: string): text is Verb => (VERBS as readonly string[]).includes(text)

/** Verbs of the message extension's dialog. They arrive another way and are no buttons of cards. */
export const DIALOG_VERBS = ['dialogKind', 'dialogSend'] as const
