import type { AnswerValue } from '../../domain/observation/types.ts'
import { cleanText } from '../../domain/shared/text.ts'
import type { Item, Question } from '../../domain/taxonomies/types.ts'

const YES = new Set(['yes', 'y', 'yeah', 'yep', 'yes please', 'ok', 'true'])
const NO = new Set(['no', 'n', 'nope', 'no thanks', 'none', 'false'])
const NOT_SURE =
  /^(?:i'?m |i am )?(?:not (?:really )?sure|don'?t know|i don'?t know|unsure|no idea)$/

/** Small letters, plain quotes and dashes, no punctuation at the end: how typed words are compared. */
const plainly = (said: string) =>
  said
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[.!?\s]+$/, '')
    .trim()

function itemSaid(items: readonly Item[], said: string): Item | undefined {
  const typed = plainly(said)
  // Where labels hold numbers, such as ages, a number is not meant as a place in the list.
  const areCounted = items.every(({ label }) => !/\d/.test(label))
  const byNumber = areCounted && /^\d{1,2}$/.test(typed) ? items[Number(typed) - 1] : undefined
  const byLabel = items.find(({ label, code }) =>
    [plainly(label), plainly(code), plainly(label.split(/[(:,]/)[0] ?? '')].includes(typed),
  )
  const byMeaning = items.find(
    ({ code }) =>
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
 * What somebody typed as an answer to a question: the words for a text, the choice they name by
 * its label, its number or an everyday word for it. `undefined` when it cannot be told.
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
      const items = said.split(/,|;| and /i).map((part) => itemSaid(answer.items, part))
      const codes = items.flatMap((item) => (item ? [item.code] : []))
      return codes.length === items.length
        ? { type: 'choices', codes: [...new Set(codes)] }
        : undefined
    }
    case 'tick':
      return YES.has(typed) ? { type: 'tick' } : undefined
  }
}

/** A pressed button or a filled-in field as an answer; `undefined` when it is empty or no answer. */
export function readField({ answer }: Question, field: unknown): AnswerValue | undefined {
  if (typeof field !== 'string' || field === '') return undefined
  switch (answer.type) {
    case 'text':
      if (answer.orNotSure && field === NOT_SURE_FIELD) return { type: 'notSure' }
      return cleanText(field) === '' ? undefined : readAnswerText(answer.orNotSure === true, field)
    case 'choice':
      return { type: 'choice', code: field }
    case 'choices':
      return {
        type: 'choices',
        codes: [...new Set(field.split(',').filter((code) => code !== ''))],
      }
    case 'tick':
      return field === 'true' ? { type: 'tick' } : undefined
  }
}

const readAnswerText = (orNotSure: boolean, field: string): AnswerValue =>
  orNotSure && NOT_SURE.test(plainly(field))
    ? { type: 'notSure' }
    : { type: 'text', text: cleanText(field) }

/** What the "Not sure" button of a text question sends. */
export const NOT_SURE_FIELD = 'notSure'

/** The field of a form that shows this answer; the other way round of `readField`. */
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
