import { cleanText } from '../../domain/words/text.ts'

/** How people say that something else begins. */
const ANOTHER =
  /(?<=[.,;!?\n] ?)(?:and |also,? |plus,? |then )?(?:(?:an)?other|(?:a )?(?:different|separate|second|unrelated)) (?:thing|matter|issue|story|point|one)[:,]/iu
const FIRST = /(?<![\p{L}\p{N}])(?:1[.)]|first(?:ly)?[:,]) /iu
const SECOND = /(?<![\p{L}\p{N}])(?:2[.)]|second(?:ly)?[:,]) /iu

/** Where one message tells two things: the second, with the words that begin it. */
export function secondIn(said: string): string | undefined {
  const words = cleanText(said)
  const first = FIRST.exec(words)
  const second = SECOND.exec(words)
  const at = first && second && second.index > first.index ? second.index : words.search(ANOTHER)
  return at > 0 ? words.slice(at) : undefined
}
