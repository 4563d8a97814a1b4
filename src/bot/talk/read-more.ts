import { withoutEnd } from '../../domain/words/text.ts'
import { readCommand } from './read-command.ts'

/**
 * Their writer says that these words belong to something told before, and whether that was sent.
 */
export type More = 'ofSent' | 'ofEither'

const FORGOT =
  "(?:forg[eo]t+(?:en|on)?|forogt|fogot|for got|left out|missed out|did ?n[o']?t? (?:say|mention|add|put))"
const MEANT =
  '(?:(?:should|shoud) (?:have|of|ve) (?:said|added|mentioned|put|told)|meant to (?:say|add|mention|tell|put)|(?:want|wanted|need|needed|like) to add|(?:can|could|may) i (?:also |just )?add)'
const BEFORE =
  "(?:(?:oh|ah|hi|hey|sorry|also|and|but|ps|btw|actually|wait|ok|so|just|one (?:more|other) thing|something else)[\\s,.:;-]*)*(?:i|i['’]?ve|i have|we|what i)?\\s*(?:also |just |totally |completely |nearly )?"
const ADDITION = new RegExp(`^\\s*${BEFORE}\\s*(?:${FORGOT}|${MEANT})(?![\\p{L}\\p{N}])`, 'iu')
const POSTSCRIPT = /^\s*(?:p\.?s\.?|correction|to add(?: to (?:that|this|it))?)\s?[:,.–—-]\s*\S/iu

const JUST = '(?:just |already |have |had )*'
const OF_SENT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:in|to|on|of|from|about|with) (?:my|the|that|this) (?:last |first |other )?report(?: i ${JUST}\\w+)?|(?:the|that) (?:one|report) i ${JUST}(?:sent|made|did|raised|told)|what i ${JUST}(?:sent|reported|raised))(?![\\p{L}\\p{N}])`,
  'iu',
)
/** "I put the wrong date in my report". A story that mentions a report does not match. */
const BEGINS = new RegExp(
  `^\\s*${BEFORE}(?:in|on|to|about|re|regarding|add(?:ing)? (?:(?:this|that|it) )?to|to (?:change|correct)|(?:got|put|wrote|made|spelt) (?:[\\p{L}\\p{N}]+ ){0,4}|(?:a |one )?mistakes? |(?:something|the \\p{L}+) (?:is |was )?wrong )(?=\\s*${OF_SENT.source})`,
  'iu',
)

/** Whether words are said to be more of what was told, or of a report that was sent. */
export function readMore(said: string): More | undefined {
  const isAddition = ADDITION.test(said) || POSTSCRIPT.test(said)
  if (isAddition) return OF_SENT.test(said) ? 'ofSent' : 'ofEither'
  return BEGINS.test(said) ? 'ofSent' : undefined
}

/** "Add it", "yes, add it to my report": what was asked about words that are kept. */
const ADD_IT =
  /^(?:yes|yeah|yep|ok|please|pls|\s|,)*add (?:it|this|that|them)(?: (?:on|in|please|pls|to (?:it|that|this|(?:my|the) report|the (?:first|sent) one|obs[-\s]?[\d-]+)))*[\s.!]*$/iu
export const isAddIt = (said: string): boolean => ADD_IT.test(said.trim())

const POLITE_BEFORE =
  /^(?:(?:yes|yeah|yep|yup|ok|okay|right|alright|sure|fine|please|pls|plz|so|just|now|then|no|wait|actually|sorry|lets|let's|let us|can you|could you|will you|can i|could i|can we|may i|i want to|i need to|i'd like to|i would like to|i have to|do)[\s,.!]+)+/u
// One at a time, and from the first of several spaces: otherwise it would look on from each of them.
const POLITE_AFTER =
  /(?<![\s,.!])[\s,.!]+(?:please|pls|plz|now|then|thanks|thank you|for now|for today|if i can|one|a step|again)$/u

function withoutAfter(typed: string): string {
  const shorter = typed.replace(POLITE_AFTER, '')
  return shorter === typed ? typed : withoutAfter(shorter)
}

/** The command without the words people put around it: "yes please send it now" is "send it". */
export function politely(said: string): ReturnType<typeof readCommand> {
  const typed = withoutEnd(said.trim().toLowerCase().replace(/[’‘]/g, "'"), '.!?')
  if (typed.length > 60) return undefined
  const bare = withoutAfter(typed.replace(POLITE_BEFORE, ''))
  return bare === typed ? undefined : readCommand(bare)
}
