import type { BoardSettings } from '../../domain/board/types.ts'
import { sayRoute } from '../../domain/observation/saying.ts'
import type { Route } from '../../domain/observation/types.ts'
import { beginning, cleanText, oneLine } from '../../domain/words/text.ts'
import type { Fact, Section } from './card-data.ts'

/**
 * Escapes text so that clients that read Markdown show it letter for letter. For names and other
 * words of people inside our own sentences; their longer words belong in sections. Marks that mean
 * something only at the start of a line are escaped only there. So a hyphen in a name never shows
 * as a backslash in a client that does not know the escape.
 */
export const plain = (text: string): string =>
  cleanText(text)
    .replace(/\s+/g, (spaces) => (spaces.includes('\n') ? ' ' : spaces))
    .replace(/[\\`*_{}[\]#!|<>~&]/g, '\\$&')
    .replace(/^[+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')

// Nothing else limits these, and a card must stay small. A line of contacts is cut late, because a
// telephone number may stand at its end.
const NAME_CHARACTERS = 120
const CONTACT_CHARACTERS = 600

/** The name of a person or an agency, in a sentence of ours. */
export const named = (name: string): string => plain(choiceName(name))

/** The name where clients show letters as they are: the title of a choice. */
export const choiceName = (name: string): string => shortened(oneLine(name), NAME_CHARACTERS)

/** Where an observation is: a person and their agency, or an agency. */
export const namedRoute = (board: BoardSettings, route: Route): string =>
  plain(shortened(cleanText(sayRoute(board, route)), 2 * NAME_CHARACTERS))

/** A line of the board's contacts. */
export const contactLine = (line: string): string =>
  plain(shortened(cleanText(line), CONTACT_CHARACTERS))

/**
 * The beginning of a text, cut at a word and never within a character, with a mark for the rest.
 */
export function shortened(text: string, atMost: number): string {
  if (text.length <= atMost) return text
  const cut = beginning(text, atMost)
  const lastSpace = cut.lastIndexOf(' ')
  return `${lastSpace > 0 && lastSpace > atMost - 40 ? cut.slice(0, lastSpace) : cut} …`
}

/** What a person wrote, line by line. An empty line becomes a space, to keep its place. */
export const linesOf = (text: string): readonly string[] =>
  cleanText(text)
    .split('\n')
    .map((line) => (line.trim() === '' ? ' ' : line))

/** The size of a value on a card, in bytes. */
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

/** What a line of a section costs beyond its own bytes, as JSON. */
const LINE_BYTES = 120
/** Leaves room for the rest of a message below `CARD_BYTES_AT_MOST`. */
const SECTIONS_BYTES = 16_000
/** Beyond this many sections, the card says that the rest is in the tab. */
const SECTIONS_AT_MOST = 20

/** The size of sections on a card, in bytes. */
export const sectionsBytes = (sections: readonly Section[]) =>
  sections
    .flatMap(({ heading, lines }) => [heading, ...lines])
    .reduce((sum, line) => sum + LINE_BYTES + jsonBytes(line), 0)

const cut = ({ heading, lines }: Section, characters: number): Section => {
  const all = lines.join('\n')
  const some = shortened(all, characters)
    .split('\n')
    .slice(0, Math.ceil(characters / 40))
  const text = some.join('\n')
  return { heading, lines: text === all || text.endsWith('…') ? some : [...some, '…'] }
}

const MORE: Section = { heading: 'There is more', lines: ['The rest is in the tab.'] }

/** Sections as they fit on a card. The longest are cut; if that is not enough, the last ones go. */
export function fitted(sections: readonly Section[], bytes = SECTIONS_BYTES): readonly Section[] {
  for (const characters of [4_000, 2_000, 1_000, 500, 250, 120, 60]) {
    const some = sections.map((section) => cut(section, characters))
    if (sectionsBytes(some) <= bytes) return some
  }
  for (let count = Math.min(sections.length, SECTIONS_AT_MOST); count > 0; count -= 1) {
    const some = [...sections.slice(0, count).map((section) => cut(section, 60)), MORE]
    if (sectionsBytes(some) <= bytes) return some
  }
  return sections.length > 0 ? [MORE] : []
}

/** Says what sending a report past an agency does. @param agency its name, as it is shown */
export const sayKeptFrom = (agency: string): string =>
  `It is kept from everybody who works for ${agency} or has worked there, as far as the board’s list of people says.`

/** Whom to ring about a report. */
export const officeFact = ({ contacts }: Pick<BoardSettings, 'contacts'>): Fact => ({
  title: 'Board office',
  value: contactLine(contacts.office),
})
