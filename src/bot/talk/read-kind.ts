import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { observationKinds } from '../../domain/taxonomies/lists.ts'

const words = observationKinds.items
  .filter(({ retired }) => !retired)
  .flatMap((kind) => kind.words.map((word) => ({ kind: kind.code as KindCode, word })))

/** Words that name a kind only before the story, as "concern: …". */
const IN_FRONT: Readonly<Record<string, KindCode>> = {
  concern: 'practiceConcern',
  'a concern': 'practiceConcern',
  'concern about': 'practiceConcern',
  worry: 'disquiet',
  feeling: 'disquiet',
  risk: 'riskAhead',
  outcome: 'poorOutcome',
  typical: 'typicalCase',
}

const FRONT = /^\s*([a-z ]{3,20}?)\s?[:–—-]\s*(?=\S)/i

function inFront(sentence: string): NamedKind | undefined {
  const found = FRONT.exec(sentence)
  const word = found?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(IN_FRONT, word) ? IN_FRONT[word] : undefined
  return found && kind ? { kind, said: sentence.slice(found[0].length), begins: true } : undefined
}

/** What people say around a kind before they tell anything: "I want to report a …". */
const FILLER =
  /^(?:(?:hi|hello|please|pls|yes|yeah|ok|its|it's|just|more|of|i|i'd|we|would|want|wish|need|like|have|had|there|was|is|it|to|can|could|may|report|raise|tell|you|us|about|share|record|log|a|an|the|some|one|new|my)\b[\s,.!]*)*$/i

/** The whole message names it so: "concern", "it's a worry please". */
function alone(sentence: string): NamedKind | undefined {
  const bare = sentence
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(
      /^(?:(?:yes|ok|it|its|is|a|an|the|just|more|of|i have|i want to|report|raise|tell you|about) )*/,
      '',
    )
    .replace(/(?: (?:please|pls|thanks|then))+$/, '')
  const kind = Object.hasOwn(IN_FRONT, bare) ? IN_FRONT[bare] : undefined
  return kind && { kind, said: null, begins: false }
}

const isFiller = (text: string) => FILLER.test(text.trim())

export interface NamedKind {
  readonly kind: KindCode
  /** What was told besides the kind; `null` when nothing was. */
  readonly said: string | null
  /** It stands before the story with a mark after it, as "near miss: …", so a new report begins. */
  readonly begins: boolean
}

/**
 * The kind a sentence names in ordinary words, and the rest: "near miss: two babies with the same
 * name …" gives the kind and the story. A kind that is only mentioned ("it was a near miss because
 * …") keeps the whole sentence as the story.
 */
export function readKind(sentence: string): NamedKind | undefined {
  // This one letter gets longer in lower case and would shift every place after it.
  const lower = sentence.replaceAll('İ', 'i').toLowerCase().replace(/[’‘]/g, "'")
  const found = words
    .map(({ kind, word }) => ({ kind, word, at: wordAt(lower, word) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length)[0]
  if (!found) return inFront(sentence) ?? alone(sentence)
  const before = sentence.slice(0, found.at)
  const rest = sentence.slice(found.at + found.word.length)
  const after = rest.replace(/^\s*[:;,.–—-]*\s*/, '')
  const front = isFiller(before) ? undefined : inFront(sentence)
  if (front) return front
  if (!isFiller(before)) return { kind: found.kind, said: sentence, begins: false }
  const isTold = !isFiller(after)
  const begins = isTold && /^\s*[:–—-]/.test(rest)
  return { kind: found.kind, said: isTold ? after : null, begins }
}

function wordAt(sentence: string, word: string): number {
  for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
    const around = [sentence[at - 1] ?? ' ', sentence[at + word.length] ?? ' ']
    if (around.every((next) => !/[\p{L}\p{N}]/u.test(next))) return at
  }
  return -1
}
