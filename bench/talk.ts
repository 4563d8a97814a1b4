/** One thing somebody types, and words that only the right answer to it holds. */
export interface Said {
  readonly text: string
  readonly expects: string
}

/** What a person types over and over: `before` once, then `again` round after round, then `after`. */
export interface Talk {
  readonly before: readonly Said[]
  readonly again: readonly Said[]
  readonly after: readonly Said[]
}

const TOLD = 'near miss: two letters were nearly sent to the wrong address'

/**
 * The answer to a question of a near miss that was begun before. Each "back" asks the same question
 * again; it is a turn like the answer, whose draft is read, moved and saved, and whose card is drawn.
 */
export const ANSWERING: Talk = {
  before: [
    { text: TOLD, expects: 'child at risk' },
    { text: 'No', expects: 'What stopped it?' },
  ],
  again: [
    { text: 'The clerk rang to ask', expects: 'could be exposed' },
    { text: 'back', expects: 'What stopped it?' },
  ],
  after: [
    { text: 'delete', expects: 'Delete what you told me?' },
    { text: 'yes', expects: 'Nothing was sent' },
  ],
}

/** A whole near miss, from the first words to the receipt with its reference. */
export const REPORTING: Talk = {
  before: [],
  again: [
    { text: TOLD, expects: 'child at risk' },
    { text: 'No', expects: 'What stopped it?' },
    { text: 'The clerk rang to ask', expects: 'could be exposed' },
    { text: 'not sure', expects: 'Check before you send' },
    { text: 'send', expects: 'Your reference is' },
  ],
  after: [],
}

/** The same words said to the bot that only gives them back. */
export const echoed = ({ again }: Talk): Talk => ({
  before: [],
  again: again.map(({ text }) => ({ text, expects: text })),
  after: [],
})
