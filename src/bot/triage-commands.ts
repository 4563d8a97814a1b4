import { agencyId, personId } from '../domain/shared/ids.ts'
import type { FeedbackModeCode, KindCode, OutcomeCode } from '../domain/taxonomies/lists.ts'
import type { ObservationChangeCommand } from '../usecases/observation/change-observation.ts'
import type { Fields } from './turn.ts'

/** What was typed, as a command. Codes are checked by the domain, which knows the lists. */
const COMMANDS: Readonly<Record<string, (fields: Fields) => ObservationChangeCommand>> = {
  acknowledge: () => ({ type: 'acknowledge' }),
  close: () => ({ type: 'close' }),
  decide: (fields) => ({
    type: 'decide',
    outcome: (fields['outcome'] ?? '') as OutcomeCode,
    reason: fields['reason'] ?? '',
    words: fields['words'] ?? '',
    nextReviewOn: fields['nextReviewOn'] || null,
  }),
  reassign: (fields) => {
    const [agency = '', person] = (fields['place'] ?? '').split('/')
    return {
      type: 'reassign',
      to: { agency: agencyId(agency), person: person ? personId(person) : null },
      reason: fields['reason'] ?? '',
    }
  },
  correctKind: (fields) => ({
    type: 'correctKind',
    kind: (fields['kind'] ?? '') as KindCode,
    reason: fields['reason'] ?? '',
  }),
  giveFeedback: (fields) => ({
    type: 'giveFeedback',
    mode: (fields['mode'] ?? '') as FeedbackModeCode,
    text: fields['text'] ?? '',
  }),
  reopen: (fields) => ({ type: 'reopen', reason: fields['reason'] ?? '' }),
}

export const commandOf = (verb: string, fields: Fields): ObservationChangeCommand => {
  const command = COMMANDS[verb]?.(fields)
  if (!command) throw new TypeError(`no command behind the verb ${verb}`)
  return command
}
