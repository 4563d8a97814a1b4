/** The most one answer, reason or sentence may hold, in characters as JavaScript counts them. */
export const TEXT_LIMIT = 4000

// More marks than this on one letter are no writing: they make a tower that paints over other
// lines. Joiners between them count, or they would hide how many there are.
const MARKS = /([\p{M}\u200c\u200d]{4})[\p{M}\u200c\u200d]+/gu

const withFewMarks = (text: string) => text.replace(MARKS, '$1')

/**
 * Letters nobody can see, except the joiners that scripts and emoji need. They hide words, make two
 * names look alike or turn the direction of a sentence. Tags are kept only in the flags of England,
 * Scotland and Wales.
 */
const UNSEEN =
  /(\u{1f3f4}[\u{e0061}-\u{e007a}]{1,8}\u{e007f})|[\u034f\u17b4\u17b5\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** Code points that are not characters and must never be sent to anybody. */
const NO_CHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff]/g

/**
 * Makes what a person wrote safe to keep and show. Removes control characters, unseen letters and
 * towers of marks, which can make a sentence read as something else. Unifies line ends, shortens
 * runs of blank lines and trims the ends. Words, punctuation, Markdown and letters of every script
 * stay as written.
 */
export function cleanText(written: string): string {
  const seen = written
    // One store keeps half a letter and the other does not, so a chain would look broken.
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(UNSEEN, '$1')
    .replace(NO_CHARACTERS, '')
  // Before, because sorting a long run of marks takes very long. After, because sorting may add
  // some.
  return withFewMarks(withFewMarks(seen).normalize('NFC'))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** True when nothing readable was written: empty, spaces, or only marks that are not shown. */
export const isBlank = (written: string): boolean =>
  !/[\p{L}\p{N}\p{P}\p{S}]/u.test(cleanText(written).replaceAll('\u2800', ''))

/** On one line, as names and titles are shown. */
export const oneLine = (written: string): string => cleanText(written).replace(/\s+/g, ' ')

/**
 * Removes the marks and spaces at its end. A regular expression would be slow on a long run of
 * them.
 */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length
  while (end > 0 && (marks.includes(text.charAt(end - 1)) || text.charAt(end - 1).trim() === ''))
    end -= 1
  return text.slice(0, end)
}

/** Adds a full stop, unless it already ends as a sentence. */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** The beginning of a text, never cut within a character. */
export const beginning = (text: string, atMost: number): string =>
  text.slice(0, atMost).replace(/[\ud800-\udbff]$/, '')
