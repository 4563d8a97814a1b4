import type { SaidReference } from './read-reference.ts'
import { readReference } from './read-reference.ts'

/** A reference with words beside it: "add to OBS-2026-0565: he hit her again". */
export interface Mention {
  readonly reference: SaidReference
  /** What was said besides. */
  readonly words: string
  /** They are plainly meant for that report. Otherwise it is asked. */
  readonly isAddressed: boolean
}

const CHARACTERS_AT_MOST = 4_500
const REFERENCE = '(?:obs[ \\p{Pd}#]{0,3}|# ?)(?:20\\d\\d[ \\p{Pd}/]{0,3})?\\d{1,7}'
const BARE = '(?:20\\d\\d\\p{Pd})?\\d{3,7}'
const ADDS =
  '(?<![\\p{L}\\p{N}])(?:(?:please|pls|can you|could you|can i|i want to) )?add(?:ing)?(?: (?:this|that|it|these|more|words|also|a note))?(?: too)? to(?: (?:my|the))?(?: report)?'
const POLITE =
  '(?:(?:please|pls|hi|hello|also|and|about|re|for|update on|update|my|the|report)[ ,:]{1,3}){0,5}'
const AFTER = '(?![\\p{L}\\p{N}])[ .,:;\\p{Pd}]{0,5}'

const ADDED = new RegExp(`${ADDS} (?:${REFERENCE}|${BARE})${AFTER}`, 'iu')
const BEFORE = new RegExp(`^ ?${POLITE}${REFERENCE}${AFTER}`, 'iu')
const NUMBER_BEFORE = new RegExp(`^ ?${POLITE}${BARE}${AFTER}`, 'iu')
const SOMEWHERE = new RegExp(`(?<![\\p{L}\\p{N}])${REFERENCE}(?![\\p{L}\\p{N}])`, 'iu')

const FORMS = [
  { form: ADDED, isAddressed: true, isTaken: true },
  { form: BEFORE, isAddressed: true, isTaken: true },
  { form: NUMBER_BEFORE, isAddressed: false, isTaken: true },
  { form: SOMEWHERE, isAddressed: false, isTaken: false },
]

/** The report that words are said to be about, if they name one. */
export function readMention(said: string): Mention | undefined {
  if (said.length > CHARACTERS_AT_MOST) return undefined
  for (const { form, isAddressed, isTaken } of FORMS) {
    const found = form.exec(said)
    const reference = found && readReference(bareOf(found[0]))
    if (!found || !reference) continue
    const words = isTaken
      ? `${said.slice(0, found.index)}${said.slice(found.index + found[0].length)}`
      : said
    if (/\p{L}/u.test(words)) return { reference, words: words.trim(), isAddressed }
  }
  return undefined
}

/** The reference alone, from where it begins. */
const bareOf = (found: string): string => found.slice(Math.max(0, found.search(/obs|#|\d/i)))
