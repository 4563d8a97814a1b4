import type { DescribedName } from '../../contract/records.ts'

interface KindWords {
  readonly title: string
  /** Where there is none: what one would find here, and what to do. */
  readonly empty: string
  /** For whoever sees the figures as well. */
  readonly counted?: string
}

/** What the page of a kind says beside what the service describes. */
export const KIND_WORDS: Readonly<Record<DescribedName, KindWords>> = {
  activity: {
    title: 'Learning activities',
    empty:
      'There is nothing here yet. You see what you hold, planned or recorded, audits after which you do something, and what the agencies you triage for learned. Record what people took from supervision, a meeting or training, or plan one.',
    counted: 'How many there are on the whole board is counted on the page “Learning”.',
  },
  action: {
    title: 'Actions',
    empty:
      'There is nothing here yet. You see what you are asked to do, what you assigned, what you are asked to help with, and the actions of the agencies you triage for. What an audit promises becomes an action.',
    counted: '',
  },
  review: {
    title: 'Reviews',
    empty:
      'There is nothing here yet. You see what you proposed, and what the role you hold lets you decide: the chair and the business manager see every review, the lead of an agency those of its own. Propose one where what happened needs more than a learning activity; a decision on an observation may propose one, too.',
  },
}
