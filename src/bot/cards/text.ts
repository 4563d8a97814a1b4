import type { Section } from './card-data.ts'

/**
 * Text as clients will show it letter for letter where they read Markdown. For names and other
 * words from people inside our own sentences; longer words of theirs belong in sections. Marks
 * that mean something only at the start of a line are escaped only there, so that a hyphen in a
 * name never shows as a backslash in a client that does not know the escape.
 */
export const plain = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]#!|<>~&]/g, '\\$&')
    .replace(/^(\s*)([+-]|\d+\.)/, '$1\\$2')

/** The beginning of a text, cut at a word, with a mark that there is more. */
export function shortened(text: string, atMost: number): string {
  if (text.length <= atMost) return text
  const cut = text.slice(0, atMost)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), atMost - 40))} …`
}

/** What a person wrote, line by line; an empty line keeps its place as a space. */
export const linesOf = (text: string): readonly string[] =>
  text.split('\n').map((line) => (line.trim() === '' ? ' ' : line))

/** What a line of a section costs beyond its own bytes, as JSON. */
const LINE_BYTES = 120
/** Leaves room for the rest of a card below `CARD_BYTES_AT_MOST`. */
const SECTIONS_BYTES = 16_000

const bytesOf = (sections: readonly Section[]) =>
  sections
    .flatMap(({ heading, lines }) => [heading, ...lines])
    .reduce((sum, line) => sum + LINE_BYTES + Buffer.byteLength(JSON.stringify(line)), 0)

const cut = ({ heading, lines }: Section, characters: number): Section => {
  const all = lines.join('\n')
  const some = linesOf(shortened(all, characters)).slice(0, Math.ceil(characters / 40))
  const text = some.join('\n')
  return { heading, lines: text === all || text.endsWith('…') ? some : [...some, '…'] }
}

/** Sections as they fit on a card: the longest are cut, all of them keep their place. */
export function fitted(sections: readonly Section[]): readonly Section[] {
  for (const characters of [4_000, 2_000, 1_000, 500, 250, 120, 60]) {
    const some = sections.map((section) => cut(section, characters))
    if (bytesOf(some) <= SECTIONS_BYTES) return some
  }
  return sections.slice(0, 20).map((section) => cut(section, 60))
}
