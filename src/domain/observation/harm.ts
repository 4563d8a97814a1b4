import type { Choice } from '../machinery/fields/kinds.ts'
import { questionsFor } from '../taxonomies/lists.ts'
import { chosen } from './answers.ts'
import type { Observation } from './types.ts'

/** What somebody may answer to whether a child died or was seriously harmed. */
export const HARM_CODES = ['died', 'seriouslyHarmed', 'no', 'notSure'] as const
export type HarmCode = (typeof HARM_CODES)[number]

const GRAVE: readonly (string | undefined)[] = ['died', 'seriouslyHarmed']

/** The answers as the question offers them. */
export function harmChoices(): readonly Choice[] {
  const answer = questionsFor('poorOutcome').find(({ code }) => code === 'harm')?.answer
  return answer?.type === 'choice'
    ? answer.items.map(({ code, label }) => ({ value: code, label, help: '' }))
    : []
}

export const sayHarm = (harm: HarmCode): string =>
  harmChoices().find(({ value }) => value === harm)?.label ?? ''

export const saysGrave = (harm: string | undefined): boolean => GRAVE.includes(harm)

/**
 * Whether a child died or was seriously harmed, as said by its reporter or a triager. Nobody takes
 * back what anybody has said. Only what the chair agreed to answers what was said before.
 */
export const isGrave = ({
  answers,
  additions,
  harm,
  harmAgreedAt = '',
  graveSince,
}: Pick<Observation, 'answers' | 'additions' | 'harm' | 'harmAgreedAt' | 'graveSince'>): boolean =>
  graveSince === true ||
  saysGrave(harm) ||
  [
    ...(harmAgreedAt === '' ? [{ answers }] : []),
    ...additions.filter(({ at }) => at > harmAgreedAt),
  ].some((said) => saysGrave(chosen(said.answers, 'harm')))
