import type { Choice } from '../machinery/fields/kinds.ts'
import { questionsFor } from '../taxonomies/lists.ts'
import { chosenLast } from './answers.ts'
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

/**
 * Whether a child died or was seriously harmed, by its reporter or by whoever triages it. Neither takes
 * back what the other says: a second person looks at it then, and that is all.
 */
export const isGrave = (
  observation: Pick<Observation, 'answers' | 'additions' | 'harm'>,
): boolean => GRAVE.includes(observation.harm) || GRAVE.includes(chosenLast(observation, 'harm'))
