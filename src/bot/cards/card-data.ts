/**
 * The data of each card template. Every key is always there and never null: on null or a missing
 * key a template shows `${…}` or throws. Clients read `title`, `says`, `note`, `intro`, `help`,
 * `problem` and both sides of a fact as Markdown, so text from people or the directory goes through
 * `plain` there. What people wrote stands in `sections`, whose lines clients show as they are.
 */
export interface Button {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Link {
  readonly title: string
  readonly url: string
}

export interface Fact {
  readonly title: string
  readonly value: string
}

/** Something a person wrote, under a heading of ours, with one element for each line. */
export interface Section {
  readonly heading: string
  readonly lines: readonly string[]
}

interface EveryCard {
  /** Local mode: the person this message is for, as all messages arrive in one chat. Else ''. */
  readonly to: string
  readonly title: string
  /** Read aloud and shown in notifications: never narrative, never a name. */
  readonly summary: string
}

/** What to do when a child may be at risk stands before everything else (I1). */
interface BeginsSafely {
  /** Said to everybody who may be about to tell something; or ''. */
  readonly safety: string
  /** Said when a child may be at risk now; or ''. */
  readonly urgent: string
}

export interface MessageCard extends EveryCard, BeginsSafely {
  readonly note: string
  readonly intro: readonly string[]
  readonly hasFacts: boolean
  readonly facts: readonly Fact[]
  readonly sections: readonly Section[]
  readonly buttons: readonly Button[]
  readonly links: readonly Link[]
  /** Buttons that are seldom used or do not fit stand behind "More". */
  readonly hasMore: boolean
  readonly more: readonly { readonly row: readonly Button[] }[]
}

export interface KindsCard extends EveryCard {
  readonly safety: string
  readonly intro: readonly string[]
  readonly groups: readonly {
    readonly title: string
    readonly kinds: readonly (Omit<Button, 'title'> & {
      readonly label: string
      readonly says: string
    })[]
  }[]
  readonly buttons: readonly Button[]
}

export interface Choice {
  readonly title: string
  readonly value: string
}

export interface QuestionCard extends EveryCard, BeginsSafely {
  /** "Question 2 of 4", or ''. */
  readonly step: string
  readonly note: string
  readonly hints: readonly string[]
  readonly sections: readonly Section[]
  readonly hasChoices: boolean
  readonly choices: readonly Button[]
  readonly hasField: boolean
  /** One choice set for questions with many answers; otherwise none. */
  readonly field: readonly {
    readonly label: string
    readonly multi: boolean
    readonly choices: readonly Choice[]
  }[]
  readonly submit: readonly Button[]
  readonly buttons: readonly Button[]
}

export interface FormField {
  readonly kind: 'text' | 'choice' | 'date'
  readonly id: string
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly required: boolean
  /** What the client says when the field is left empty. */
  readonly error: string
  readonly style: 'compact' | 'expanded'
  readonly multi: boolean
  readonly choices: readonly Choice[]
  readonly help: string
  /** What the server found wrong with it, or ''. */
  readonly problem: string
}

export interface FormCard extends EveryCard, BeginsSafely {
  readonly note: string
  readonly intro: readonly string[]
  /** The story that the form is about: behind a button, or in sight. */
  readonly hasStory: boolean
  readonly story: readonly Section[]
  readonly storyIsOpen: boolean
  readonly fields: readonly FormField[]
  /** Stands between the fields and the buttons. */
  readonly smallPrint: readonly string[]
  readonly sections: readonly Section[]
  readonly buttons: readonly (Button & {
    /** Dialogs know only `Action.Submit`. */
    readonly type: 'Action.Execute' | 'Action.Submit'
    /** `none` for a way out that must not check the fields first. */
    readonly inputs: 'auto' | 'none'
  })[]
}

export interface ListCard extends EveryCard {
  readonly note: string
  readonly intro: readonly string[]
  readonly rows: readonly (Button & {
    readonly says: string
    readonly open: string
    /** Buttons beside the one that opens it. */
    readonly others: readonly Button[]
  })[]
  readonly buttons: readonly Button[]
  readonly links: readonly Link[]
}

/** Every template with the data it takes. */
export interface CardDataByTemplate {
  message: MessageCard
  kinds: KindsCard
  question: QuestionCard
  form: FormCard
  list: ListCard
}
export type TemplateName = keyof CardDataByTemplate

/** A card before it is drawn: which template, with which data. */
export type Card = {
  [Name in TemplateName]: { readonly template: Name; readonly data: CardDataByTemplate[Name] }
}[TemplateName]
