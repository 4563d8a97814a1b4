import { anyRecord, KINDS } from '../../domain/records.ts'
import type { SaidReference } from './read-reference.ts'
import { readReference } from './read-reference.ts'

/** Words that ask for something to be done with a record: "ask the nurse about OBS-2026-0042". */
export interface Work {
  readonly reference: SaidReference
  /** They say only what to do with which record. */
  readonly isPlain: boolean
}

/** Longest request, in characters; what is longer is a story. */
export const WORK_AT_MOST = 300
const PLAIN_WORDS = 3

const POLITE =
  "(?:(?:please|pls|hi|hello|ok|can you|could you|can i|could i|how do i|i want to|i need to|i would like to|i['’]?d like to|let me|need to|want to|lets|let['’]s)[\\s,]+)*"
const DOES =
  '(?:ask|give|send|decide|triage|close|reassign|pass|move|hand|acknowledge|open|show|read|see|look|find|view|agree|decline|approve|accept|record|tell|remind|chase|refer|escalate|reply|respond|answer|feed|mark|review|what|who|where|when|why|how|is|has|did)'
const BEGINS = new RegExp(`^\\s*${POLITE}${DOES}(?![\\p{L}\\p{N}])`, 'iu')
const PREFIXES = KINDS.map((kind) => anyRecord(kind).prefix).join('|')
const REFERENCE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${PREFIXES})[ \\p{Pd}#]{0,3}(?:20\\d\\d[ \\p{Pd}/]{0,3})?\\d{1,7}(?![\\p{L}\\p{N}])`,
  'iu',
)

export function readWork(said: string): Work | undefined {
  const found = said.length > WORK_AT_MOST || !BEGINS.test(said) ? null : REFERENCE.exec(said)
  const reference = found && readReference(found[0])
  if (!found || !reference) return undefined
  const others = said.replace(found[0], ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return { reference, isPlain: others.length <= PLAIN_WORDS }
}
