import type { AnswerValue } from '../../domain/observation/types.ts'
import type { Item, Question } from '../../domain/taxonomies/types.ts'
import { cleanText, withoutEnd } from '../../domain/words/text.ts'

const YES = new Set(['yes', 'y', 'yeah', 'yep', 'yup', 'yes please', 'ok', 'true'])
const NO = new Set(['no', 'n', 'nope', 'nah', 'no thanks', 'none', 'false'])
const NOT_SURE =
  /^(?:i'?m |i am |i )?(?:not (?:really |quite |too )?sure|(?:really )?don'?t (?:really )?know|dunno|idk|unsure|no idea|no clue|hard to (?:say|tell)|can'?t (?:say|tell|be sure))$/

/** No answer to a choice is longer, so longer text is not compared. */
const CHOICE_CHARACTERS = 2_000

/**
 * Typed words as they are compared: small letters, plain quotes and dashes, no punctuation at the
 * end.
 */
const plainly = (said: string): string =>
  withoutEnd(
    said
      .slice(0, CHOICE_CHARACTERS)
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/[–—]/g, '-')
      .replace(/\s+/g, ' '),
    '.!?',
  ).trim()

export const isNotSure = (said: string): boolean => NOT_SURE.test(plainly(said))

function itemSaid(items: readonly Item[], said: string): Item | undefined {
  const typed = plainly(said)
  // Where labels hold numbers, such as ages, a number is not a place in the list.
  const areCounted = items.every(({ label }) => !/\d/.test(label))
  const byNumber = areCounted && /^\d{1,2}$/.test(typed) ? items[Number(typed) - 1] : undefined
  const byLabel = items.find(({ label, code }) =>
    [plainly(label), plainly(code), plainly(label.split(/[(:,]/)[0] ?? '')].includes(typed),
  )
  const byMeaning = items.find(
    ({ code, words = [] }) =>
      words.includes(typed) ||
      (code === 'yes' && YES.has(typed)) ||
      (code === 'no' && NO.has(typed)) ||
      (code === 'notSure' && NOT_SURE.test(typed)),
  )
  const beginning = items.filter(
    ({ label }) => typed.length > 2 && plainly(label).startsWith(typed),
  )
  return byLabel ?? byMeaning ?? byNumber ?? (beginning.length === 1 ? beginning[0] : undefined)
}

/**
 * Reads what somebody typed as an answer: words for a text; a choice by its label, its number or an
 * everyday word. `undefined` when it cannot be told.
 */
export function readAnswer({ answer }: Question, said: string): AnswerValue | undefined {
  const typed = plainly(said)
  switch (answer.type) {
    case 'text':
      if (answer.orNotSure && NOT_SURE.test(typed)) return { type: 'notSure' }
      return cleanText(said) === '' ? undefined : { type: 'text', text: cleanText(said) }
    case 'choice': {
      const item = itemSaid(answer.items, said)
      return item && { type: 'choice', code: item.code }
    }
    case 'choices': {
      const whole = itemSaid(answer.items, said)
      if (whole) return { type: 'choices', codes: [whole.code] }
      const parts = said.split(/,|;| and /i)
      // Nobody means more than each choice a few times over.
      if (parts.length > 3 * answer.items.length) return undefined
      const items = parts.map((part) => itemSaid(answer.items, part))
      const codes = items.flatMap((item) => (item ? [item.code] : []))
      return codes.length === items.length
        ? { type: 'choices', codes: [...new Set(codes)] }
        : undefined
    }
    case 'tick':
      return YES.has(typed) ? { type: 'tick' } : undefined
  }
}

/** Every choice by its code, and by its label, which old clients send instead. */
const choicesOf = (items: readonly Item[]): ReadonlyMap<string, string> =>
  new Map([
    ...items.map(({ code, label }) => [plainly(label), code] as const),
    ...items.map(({ code }) => [plainly(code), code] as const),
  ])

const codeSent = (items: readonly Item[], sent: string): string | undefined =>
  choicesOf(items).get(plainly(sent))

/** How many commas a label may hold whose parts belong together. */
const COMMAS_AT_MOST = 4

/**
 * The codes of several choices. Old clients put a semicolon between them, and a label may hold the
 * comma that others put there. So as many parts as make a choice are joined. What is no choice
 * stays as it was sent, to be refused.
 */
function codesSent(items: readonly Item[], sent: string): readonly string[] {
  if (sent.length > CHOICE_CHARACTERS) return [sent]
  const choices = choicesOf(items)
  return sent.split(';').flatMap((piece) => {
    const parts = piece.split(',')
    const codes: string[] = []
    for (let from = 0; from < parts.length; ) {
      const joined = (to: number) => parts.slice(from, to).join(',')
      let to = Math.min(parts.length, from + 1 + COMMAS_AT_MOST)
      while (to > from + 1 && !choices.has(plainly(joined(to)))) to -= 1
      codes.push(choices.get(plainly(joined(to))) ?? joined(to).trim())
      from = to
    }
    return codes
  })
}

/**
 * A pressed button or a filled-in field as an answer; `undefined` when it is empty or no answer.
 */
export function readField({ answer }: Question, field: unknown): AnswerValue | undefined {
  if (typeof field !== 'string' || field === '') return undefined
  switch (answer.type) {
    case 'text':
      if (answer.orNotSure && field === NOT_SURE_FIELD) return { type: 'notSure' }
      return cleanText(field) === '' ? undefined : readAnswerText(answer.orNotSure === true, field)
    case 'choice':
      return { type: 'choice', code: codeSent(answer.items, field) ?? field }
    case 'choices':
      return {
        type: 'choices',
        codes: [...new Set(codesSent(answer.items, field).filter((code) => code !== ''))],
      }
    case 'tick':
      return field.toLowerCase() === 'true' ? { type: 'tick' } : undefined
  }
}

const readAnswerText = (orNotSure: boolean, field: string): AnswerValue =>
  orNotSure && NOT_SURE.test(plainly(field))
    ? { type: 'notSure' }
    : { type: 'text', text: cleanText(field) }

/** What the "Not sure" button of a text question sends. */
export const NOT_SURE_FIELD = 'notSure'

/** The field value that shows this answer. The reverse of `readField`. */
export function fieldOf(value: AnswerValue | undefined): string {
  switch (value?.type) {
    case 'text':
      return value.text
    case 'notSure':
      return 'Not sure'
    case 'choice':
      return value.code
    case 'choices':
      return value.codes.join(',')
    case 'tick':
      return 'true'
    case undefined:
      return ''
  }
}
