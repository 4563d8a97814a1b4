import type { BoardSettings } from '../board/types.ts'
import { sayAgency, sayPerson } from '../observation/saying.ts'
import type { ShownFact, ShownRecord, ShownRow } from '../registered.ts'
import {
  actionEvidence,
  actionStages,
  checkLooks,
  checkResults,
  labelOf,
} from '../taxonomies/lists.ts'
import type { PersonId } from '../words/ids.ts'
import { dateOf, sayDate } from '../words/time.ts'
import type { ActionRow } from './columns.ts'
import { sayDue } from './dates.ts'
import type { Action } from './types.ts'

const TITLE = 'Action'

const fact = (label: string, value: string | null | undefined): readonly ShownFact[] =>
  !value ? [] : [{ label, value }]

const section = (heading: string, ...lines: readonly (string | null | undefined)[]) => {
  const said = lines.filter((line) => line !== null && line !== undefined)
  return said.length === 0 ? [] : [{ heading, lines: said }]
}

/** All that card and page show of an action. Only what is named here leaves. */
export function showAction(action: Action, board: BoardSettings): ShownRecord {
  const { stage, owner, maker, agency, stuck, done, check, handedBack, updates } = action
  const named = (person: PersonId | undefined) => person && sayPerson(board, person)
  return {
    title: TITLE,
    stage: labelOf(actionStages, stage),
    facts: [
      ...fact('Who does it', named(owner)),
      ...fact('Agency', sayAgency(board, agency)),
      ...fact('By when', sayDue(action)),
      ...fact('Assigned by', named(maker)),
      ...fact('Who can help', named(stuck?.helper)),
      ...fact('Checked by', check && `${sayPerson(board, check.by)}, ${sayDate(dateOf(check.at))}`),
      ...fact('The check', check && labelOf(checkResults, check.result)),
    ],
    sections: [
      ...section('What will be done', action.what),
      ...section('What will be different', action.change),
      ...section('The finding it follows from', action.finding),
      ...section('Why it was handed back', handedBack?.reason),
      ...section('What holds it up', stuck?.reason),
      ...section(
        'How it goes',
        ...updates.map(({ text, at }) => `${sayDate(dateOf(at))}: ${text}`),
      ),
      ...section('What was done', done?.did),
      ...section('What shows it', done && sayListed(actionEvidence, done.evidence), done?.shows),
      ...section('How it was checked', check && sayListed(checkLooks, check.looks), check?.looked),
      ...section('What is missing', check?.missing),
    ],
    links: action.origin === null ? [] : [action.origin],
  }
}

const sayListed = (list: Parameters<typeof labelOf>[0], codes: readonly string[]): string =>
  codes.map((code) => labelOf(list, code)).join(', ')

/** One line of a list. Holds nothing anybody wrote. */
export const showActionRow = (
  { stage, owner, agency, dueOn }: ActionRow,
  board: BoardSettings,
): ShownRow => ({
  title: TITLE,
  stage: labelOf(actionStages, stage),
  says: `${sayPerson(board, owner)}, ${sayAgency(board, agency)}: by ${sayDate(dueOn)}`,
})
