// Words people use about harming themselves, or about having no strength left. They are told at
// once whom to turn to. Written as people type: small letters, and only words.

const HARMS = '(?:kill|hurt|harm|cut|hang|top|drown|shoot|starve|burn|stab|injure|poison)'
const FEELING =
  '(?:feel like|feeling like|think(?:ing)? (?:about|of)|thought (?:about|of)|want to|wanna|going to|gonna|might|could|am going to|need to|keep)'
const ANYMORE = '(?:any ?more|any longer|much longer)'

const ABOUT_ME: readonly string[] = [
  `${HARMS}(?:ing|ting|ning|bing)? myself|end(?:ing)? myself|do(?:ing)? (?:away with myself|something (?:stupid|to myself))`,
  `i (?:\\w+ ){0,3}(?:want|wish|like|deserve|rather|ready|prefer) (?:to )?(?:\\w+ )?(?:die|be dead|not exist|not wake up|disappear|end it|end it all|end everything|go to sleep and not wake)`,
  '(?:i|im|i am) (?:wish i was|wish i were|wish i was never|would be|d be|better off|id be better off) (?:\\w+ ){0,2}(?:dead|born|not here)|id be better off dead|wish i (?:was|were) dead|wish i (?:was|were|had) (?:never|not) (?:been )?born',
  '(?:end|ending|take|taking) my (?:own )?life|my life (?:is not|isnt) worth|life (?:is not|isnt) worth (?:living|it)|nothing to live for|no (?:reason|point) (?:to|in|for me to) (?:live|living|go on|going on|carry on|carrying on)',
  '(?:i|id) (?:do not|dont|cant|can not|cannot|couldnt) (?:\\w+ )?(?:want to )?(?:be here|live|be alive|exist|wake up|go on living)(?: any ?more| any longer)?$|(?:dont|do not) want to (?:be here|live|be alive|wake up|exist) any ?more',
  `(?:i|we)? ?(?:cant|can not|cannot) (?:do|take|bear|stand|face|handle|manage|carry) (?:this|it|that|another day|one more day)(?: job| work| life)?(?: ${ANYMORE})?$`,
  `(?:i )?(?:cant|can not|cannot) (?:go on|carry on|keep going|cope|keep doing this|live like this)(?: like this)?(?: ${ANYMORE})?$`,
  '(?:everyone|everybody|they|people|the world|my (?:kids|family|children|team)) (?:would be|will be|is|are|d be) better off without me|nobody would (?:miss|notice if i)',
  '(?:i am|im|i feel|feeling|i have been|ive been|been) (?:\\w+ ){0,2}(?:suicidal|at breaking point|at the end of my (?:rope|tether)|broken|worthless|hopeless)|suicidal thoughts|thoughts of suicide|i (?:have )?self ?harm\\w*|ive (?:been )?self ?harm\\w*|i (?:have )?(?:taken|took) (?:an overdose|too many)',
  `${FEELING} (?:ending it|giving up on (?:life|everything)|jump(?:ing)? (?:off|in front)|not being here|suicide|overdos\\w*)`,
  'i (?:just )?want (?:it|this|everything|it all) (?:to )?(?:stop|end|be over)|want (?:out of|to leave) this life|i am done with (?:life|living)|im done with (?:life|living)',
]

const ME = new RegExp(`\\b(?:${ABOUT_ME.join('|')})(?![a-z])`)

/** Words somebody else said. They are about that person, so they are danger. */
const QUOTED =
  /\b(?:she|he|they|mum|dad|child|girl|boy|yp|pupil|baby|sister|brother|mother|father|teenager|client|patient|lad)\b.{0,60}\b(?:said|says|say|told|tells|texted|text|wrote|writes|messaged|disclosed|posted|whispered|drew|saying|telling|asked|shouted)\b|^["“]/

/** Longest text, in characters; what is longer is a story. */
export const DESPERATE_AT_MOST = 300

/** Whether people seem to speak of themselves as needing help now. */
export function soundsDesperate(said: string): boolean {
  if (said.length > DESPERATE_AT_MOST) return false
  const words = said
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}“"]+/gu, ' ')
    .trim()
  return ME.test(words.replace(/["“]/g, ' ').replace(/ +/g, ' ').trim()) && !QUOTED.test(words)
}
