/** What the facts of an observation are called, on its card and on its page. */
export const FACT_WORDS = {
  kind: 'Kind',
  kindByReporter: 'The reporter called it',
  danger: 'Danger now',
  worry: 'How worried',
  agency: 'Agency',
  who: 'Who has it',
  waiting: 'Waiting for a decision',
  raised: 'Raised',
  raisedBy: 'Raised by',
  closed: 'Closed',
} as const
