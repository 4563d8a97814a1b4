import type { Kind } from '../../domain/records.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import { withoutEnd } from '../../domain/words/text.ts'

/** A reference as somebody wrote it. */
export interface SaidReference {
  /** An observation, if only a number was written. */
  readonly kind: Kind
  /** `null` where only the number was written. */
  readonly year: number | null
  readonly number: number
  /** Only a number. Where a question is open, it may be the answer. */
  readonly isBare: boolean
}

const MARKS = /["'“”‘’«»()[\]<>]/g
/** Anything that people and their keyboards put between the parts. */
const BETWEEN = /[\s\p{Pd}\u2212\u00ad_/.:·,]+/gu
const BEFORE =
  '(?:(?:my|the|a|open|show|see|me|about|re|ref|reference|report|observation|number|no|nr|case|status|of|for) )*'

/** Telephone numbers of other services, which are no references. */
const TO_CALL = ['999', '112', '111', '101']

const PREFIX = `(?<prefix>${KINDS.map((kind) => anyRecord(kind).prefix.toLowerCase()).join('|')})`

const FORMS = [
  new RegExp(`^${BEFORE}(?<mark># ?)?${PREFIX} ?(?<year>\\d{4}) (?<number>\\d{1,7})$`),
  new RegExp(`^${BEFORE}(?<mark># ?)?${PREFIX} ?(?<year>20\\d\\d)(?<number>\\d{4,7})$`),
  new RegExp(`^${BEFORE}(?<mark># ?)?${PREFIX} ?#? ?(?<number>\\d{1,7})$`),
  new RegExp(`^${BEFORE}(?<mark># ?)?(?<year>20\\d\\d) (?<number>\\d{3,7})$`),
  new RegExp(`^${BEFORE}(?<mark># ?)(?<number>\\d{1,7})$`),
  new RegExp(`^${BEFORE}(?<number>\\d{3,7})$`),
]

/** The reference a whole message is: OBS-2026-0563, "obs 563", #563, 563, with or without the year. */
export function readReference(said: string): SaidReference | undefined {
  if (said.length > 60) return undefined
  const plain = withoutEnd(said, '.!?,')
    .replace(MARKS, ' ')
    .replace(BETWEEN, ' ')
    .trim()
    .toLowerCase()
  for (const form of FORMS) {
    const parts = form.exec(plain)?.groups
    if (!parts) continue
    const { year, number = '', prefix } = parts
    const kind = KINDS.find((one) => anyRecord(one).prefix.toLowerCase() === prefix)
    const isBare = /^[\d ]+$/.test(plain)
    if (isBare && TO_CALL.includes(plain)) return undefined
    return {
      kind: kind ?? 'observation',
      year: year ? Number(year) : null,
      number: Number(number),
      isBare,
    }
  }
  return undefined
}
