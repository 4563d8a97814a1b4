/**
 * Shapes of the reference lists. The lists themselves are JSON beside this file, so that a board
 * may relabel, switch off or add items without touching code.
 *
 * Codes are camelCase, unique in their list, and never reused once shipped: an item that is no
 * longer wanted is marked `retired` and stays, because old records carry its code.
 */
export interface List<Item> {
  readonly code: string
  /** Rises when the list changes; stored with the answers that were given under it. */
  readonly version: number
  /** Where the list comes from: a section of the board's taxonomies or a published source. */
  readonly source: string
  /** True when items are shown, compared or scored in the order given. */
  readonly ordered: boolean
  readonly items: readonly Item[]
}

export interface Item {
  readonly code: string
  readonly label: string
  readonly help?: string
  /** Ordinary words, lower case, with which people choose it in a chat. */
  readonly words?: readonly string[]
  readonly retired?: true
  /** General knowledge that nobody has confirmed. Not shown as a fact until somebody does. */
  readonly check?: true
}

export type KindGroup = 'appreciative' | 'concern'

export interface ObservationKind extends Item {
  /** The sentence with which the bot explains the kind. */
  readonly says: string
  readonly group: KindGroup
  /** Question sets asked after `common`, in order. */
  readonly questionSets: readonly QuestionSetCode[]
  /** Ordinary words, lower case, with which people name this kind in a chat. */
  readonly words: readonly string[]
}

export type QuestionSetCode =
  | 'common'
  | 'appreciative'
  | 'typical'
  | 'nearMiss'
  | 'disquiet'
  | 'practiceConcern'
  | 'riskAhead'
  | 'poorOutcome'

export type AnswerShape =
  /** Free text; `orNotSure` accepts "not sure" as a full answer. */
  | { readonly type: 'text'; readonly orNotSure?: true }
  /** One of `items`; `yes`/`no` questions are choices with two items. */
  | { readonly type: 'choice'; readonly items: readonly Item[] }
  /** Any number of `items`. */
  | { readonly type: 'choices'; readonly items: readonly Item[] }
  /** A single box to tick. */
  | { readonly type: 'tick' }

export interface Question {
  readonly code: string
  /** The question as the bot asks it. */
  readonly asks: string
  /** A short name for the answer on cards and pages, e.g. "What stopped it". */
  readonly label: string
  readonly help?: string
  /** What it means, with an example of an answer, for people who ask what it means. */
  readonly means?: string
  readonly example?: string
  readonly answer: AnswerShape
  /** Must be answered before the observation can be sent. */
  readonly required: boolean
  /** Opening question of a kind; takes the place of `story`. */
  readonly replaces?: 'story'
  /** For kinds of this group, asked after the other required questions. */
  readonly lastFor?: KindGroup
  /** Asked only for kinds of this group. */
  readonly onlyFor?: KindGroup
  /** Switched off: kept with its code and wording, not asked. Says why. */
  readonly off?: string
}

export interface QuestionSet {
  readonly code: QuestionSetCode
  readonly version: number
  readonly source: string
  readonly questions: readonly Question[]
}

export interface TriageOutcome extends Item {
  /** What the reason of this outcome should say. Shown as help; nothing requires it. */
  readonly needs: string
  /** What follows from it today, as a sentence: what the product does and what people do. */
  readonly follows: string
  /** It is the whole answer, so the observation is closed with it. */
  readonly closes?: true
  /** The board's office and chair get an outline of it. */
  readonly asksTheBoard?: true
  /** A review is proposed to the chair. */
  readonly proposesReview?: true
  /**
   * The first version of the sentence the reporter will read. The product fills `{ref}` and
   * `{term.x}`. The triager has to fill every other `{gap}` before it can be sent.
   */
  readonly reporterIsTold: string
}

export interface DiversionDestination extends Item {
  readonly useWhen: string
  readonly learning: string
  readonly urgency: string
}

export interface AgencyType extends Item {
  readonly starters: readonly Item[]
}

export interface FeedbackMode extends Item {
  readonly letter: 'A' | 'B' | 'C' | 'D' | 'E'
  /** What giving it says. */
  readonly meaning: string
}

export type StatutoryProfileCode = 'WT2013' | 'WT2023'

/** A test over answers: an input with one of these answers, or several tests together. */
export type Rule =
  | { readonly input: string; readonly oneOf: readonly string[] }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }

/** The events from which clocks of a profile run. */
export type ClockStart = 'known' | 'notified' | 'commissioned' | 'declined'

export interface StatutoryClock {
  readonly code: string
  readonly name: string
  readonly length: number
  /** The day after the event is day 1. A month ends on the same date, or on its last day. */
  readonly unit: 'workingDays' | 'calendarDays' | 'months'
  readonly starts: ClockStart
  /** Only what is confirmed is shown as a date, and bounds anything. */
  readonly certainty: 'confirmed' | 'localReading' | 'weak' | 'check'
  /** Until when something of the product has to be done. */
  readonly bounds?: 'notification' | 'decision' | 'panelTold'
}

export interface StatutoryProfile {
  readonly code: StatutoryProfileCode
  readonly label: string
  readonly edition: string
  /** Plain date from which the edition applied. */
  readonly effectiveFrom: string
  readonly principles: readonly string[]
  /** Words for the same idea under this edition, by term key, e.g. `board`, `statutoryReview`. */
  readonly terms: Readonly<Record<string, string>>
  /** Where the words and the date come from. */
  readonly source?: string
  /** The codes of the reviews that the law asks for; the first is where such a review begins. */
  readonly statutoryTypes: readonly string[]
  /** When there has to be a statutory review. */
  readonly criteria: Rule
  /** What makes an incident notifiable besides: whatever meets the criteria is notifiable, too. */
  readonly alsoNotifiable: Rule
  /** Inputs that count as yes once they are still not known on the day they are looked at again. */
  readonly countsAsYesWhenDue?: readonly string[]
  /** When a review may be declined although the criteria are met. */
  readonly metIsDeclined: 'never' | 'afterRapidReview'
  readonly clocks: readonly StatutoryClock[]
  /** Fields and term keys that nobody has confirmed. Not shown as facts until somebody does. */
  readonly check?: readonly string[]
}
