import { errorsBetween } from './errors-between.ts'
import intentsJson from './intents.json' with { type: 'json' }

/** What people ask or wish at any moment, besides commands. */
export const INTENT_CODES = [
  'anonymous',
  'whoReads',
  'nameShown',
  'nameOff',
  'talk',
  'callMe',
  'deleteReport',
  'changedMind',
  'changeAnswer',
  'howItStands',
  'managerProblem',
  'whatDoYouMean',
  'feelTerrible',
  'trouble',
  'referral',
] as const
export type IntentCode = (typeof INTENT_CODES)[number]

export const CONTACTS_SHOWN = ['office', 'support', 'referral', 'whistleblowing'] as const

/**
 * A question or a wish, with its answer. `{names}` in the answer are filled in when it is given.
 */
export interface Intent {
  readonly code: IntentCode
  readonly title: string
  readonly says: readonly string[]
  /** Added while a report is half finished, once one was sent, or where there is neither. */
  readonly unsent?: readonly string[]
  readonly sent?: readonly string[]
  readonly none?: readonly string[]
  /** Added where a report can go to the board office past the own agency, and where not. */
  readonly office?: readonly string[]
  readonly noOffice?: readonly string[]
  readonly facts: readonly (typeof CONTACTS_SHOWN)[number][]
  /** Kept on a report that was sent, so that its readers see it. */
  readonly wish?: true
  /** Whole messages: `(one|of these)`, `[one of these|or nothing]`. */
  readonly words: readonly string[]
}

// The compiler reads every code in a JSON file as `string`. A test checks them against the lists
// here.
export const INTENTS = intentsJson as readonly Intent[]

/** Several spellings of one word, so that the lists need only one. */
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'you: u ya',
    'your: ur',
    'are: r',
    'i am: im',
    'i have: ive',
    'i would: id',
    'it is: its',
    'that is: thats',
    'who is: whos whose',
    'who will: wholl',
    'what is: whats',
    'do not: dont',
    'can not: cant cannot',
    'will not: wont',
    'should not: shouldnt',
    'had not: hadnt',
    'you are: youre',
    'they are: theyre',
    'want to: wanna',
    'going to: gonna',
    'what do you mean: wdym',
    'never mind: nevermind nvm',
    'call: ring phone telephone',
    'called: phoned',
    'calling: ringing phoning',
    'call back: callback',
    'she is: shes',
    'he is: hes',
    'somebody: someone anyone anybody smb',
    'everybody: everyone',
    'anonymous: anon anonymously',
    'confidential: confidentially',
    'manager: boss supervisor',
    'examples: eg',
    'answer: ansewr answr',
    'happened: happend hapened',
  ].flatMap((row) => {
    const [one = '', others = ''] = row.split(': ')
    return others.split(' ').map((other) => [other, one])
  }),
)

/** Words people put around anything. They mean nothing here. */
const FILLERS = new Set(
  'hi hello hey please pls plz sorry ok okay so um er erm well just really actually very thanks thank tbh btw lol oh and but quick question'.split(
    ' ',
  ),
)

/** Names of the same part in two words. */
const TWO_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:line|team|ward|service|area) (?:manager|leader|lead)\b/g, 'manager'],
  [/\bany more\b/g, 'anymore'],
  [/\bnot ok(?:ay)?\b/g, 'notok'],
  [/\bcall (?=call|number)/g, ''],
  [/\bno (?:longer|more)\b/g, 'not anymore'],
]

/** The words of a message without marks, in small letters. */
const rawWords = (said: string): readonly string[] =>
  said
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')

/** The message with one word for each thing that can be said in several ways. */
function plainly(words: readonly string[]): string {
  const same = words
    .map((word) => (Object.hasOwn(SAME, word) ? (SAME[word] ?? word) : word))
    .join(' ')
  const left = TWO_WORDS.reduce((text, [from, to]) => text.replace(from, to), same)
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word))
  return ` ${left.join(' ')} `
}

/** Words that may stand between and around those of a row. They tell nothing of their own. */
const LITTLE = `
  i you me my we us our your it this that these those the a an to of on in at for with about from off
  out up by into over is are am be been being will would can could should shall may might must do
  does have has get gets getting go going want need like rather prefer wish let if or as than then
  there here now today tomorrow later soon again still yet already too also instead more else all any
  some bit thing things stuff report reports message messages chat question observation back when
  after before straight exactly urgently asap possible able monday tuesday wednesday thursday friday
  morning afternoon lunch evening work own put down so just somebody them say write send call make count
  same number route form first last whole through stop kind sort part copy think anything`
  .trim()
  .split(/\s+/)

/** What was told, within a wish about it. */
const TOLD =
  'what i (?:tell|say|said|write|wrote|sent|send|told|put)|i (?:say|said|told|sent|wrote)|(?:what|it|this) happened|everything|or not|for (?:saying|telling|reporting|raising|speaking)|(?:that|who) (?:told|wrote|sent)'

const SPACE = `(?: (?:${LITTLE.join('|')}|${TOLD}|\\d+))* `

/**
 * A row of words as an expression over a whole message: the words in order, with little ones
 * between and around them and nothing else.
 */
function expressionOf(row: string): RegExp {
  const isFirst = row.startsWith('^')
  const parts = row.replace(/^\^/, '').match(/\((?:[^()]|\([^()]*\))*\)\??|[^ ]+/g) ?? []
  const words = parts.map((part) =>
    part.endsWith('?') ? `(?:${part.slice(0, -1)}${SPACE})?` : `${part}${SPACE}`,
  )
  return new RegExp(`^${isFirst ? ' ' : SPACE}${words.join('')}$`)
}

const ROWS = INTENTS.flatMap((intent) =>
  intent.words.map((row) => ({ intent, is: expressionOf(row) })),
)

const VOCABULARY = new Set([
  ...LITTLE,
  ...FILLERS,
  ...Object.keys(SAME),
  ...'line team ward service area leader lead any more no longer not ok okay'.split(' '),
  ...INTENTS.flatMap(({ words }) => words.flatMap((row) => row.match(/[a-z]+/g) ?? [])),
])

/** A word of a story ends the search before it begins. */
const isKnown = (word: string): boolean => VOCABULARY.has(word) || /^\d+$/.test(word)

const WORDS_AT_MOST = 14
const CHARACTERS_AT_MOST = 200

/** Most words come again and again, and comparing one with the whole list takes a while. */
const MENDED = new Map<string, string>()
const MENDED_AT_MOST = 2_000

/** A word of the lists that was mistyped: one letter wrong, two in a long word. */
function mended(word: string): string {
  if (word.length < 5 || VOCABULARY.has(word)) return word
  const known = MENDED.get(word) ?? nearestTo(word)
  if (MENDED.size >= MENDED_AT_MOST) MENDED.clear()
  MENDED.set(word, known)
  return known
}

function nearestTo(word: string): string {
  const atMost = word.length < 8 ? 1 : 2
  let best = { word, errors: atMost + 1 }
  for (const known of VOCABULARY) {
    if (known.length < 5 || Math.abs(known.length - word.length) > atMost) continue
    const errors = errorsBetween(word, known)
    if (errors < best.errors) best = { word: known, errors }
  }
  return best.word
}

/**
 * The question or wish that a whole message is, if any. A story that holds such words is still a
 * story. Small differences in spelling do not matter.
 */
export function readIntent(said: string): Intent | undefined {
  if (said.length > CHARACTERS_AT_MOST) return undefined
  return wholeIntent(said) ?? intentOfParts(said)
}

const PARTS_AT_MOST = 3

/** Where each part of a message is one by itself: "to the board office instead, my manager is the problem". */
function intentOfParts(said: string): Intent | undefined {
  const parts = said.split(/[,;.!?]|\bbecause\b|\bcos\b/i).filter((part) => /\w/.test(part))
  if (parts.length < 2 || parts.length > PARTS_AT_MOST) return undefined
  const read = parts.map(wholeIntent)
  if (read.includes(undefined)) return undefined
  return read.find((intent) => intent?.code === 'managerProblem') ?? read[0]
}

function wholeIntent(said: string): Intent | undefined {
  const words = rawWords(said)
  if (words.length > WORDS_AT_MOST) return undefined
  // Most messages are stories. Their first word that is in no list ends the search.
  if (!words.slice(0, -NAME_WORDS).every((word) => isKnown(mended(word)))) return undefined
  const meant = words.map(mended)
  if (meant.every(isKnown)) return rowFor(plainly(words)) ?? rowFor(plainly(meant))
  const named = withoutName(meant)
  const about = named && rowFor(plainly(named))
  return about?.code === 'managerProblem' ? about : undefined
}

const NAME_WORDS = 2

/** The words without a name at their end: "about my manager Jo Smith". */
function withoutName(words: readonly string[]): readonly string[] | undefined {
  const end = words.findLastIndex(isKnown) + 1
  const isShort = words.length - end <= NAME_WORDS
  return isShort && words.slice(0, end).every(isKnown) ? words.slice(0, end) : undefined
}

const rowFor = (message: string): Intent | undefined =>
  ROWS.find(({ is }) => is.test(message))?.intent
