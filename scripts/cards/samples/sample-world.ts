import type { Card } from '../../../src/bot/cards/card-data.ts'
import { doorIntoTab } from '../../../src/bot/teams/door-into-tab.ts'
import type { BoardNow } from '../../../src/domain/board/board-now.ts'
import { actorFor } from '../../../src/domain/board/directory.ts'
import { allowedFor, naming } from '../../../src/domain/machinery/allowed.ts'
import { openProposals } from '../../../src/domain/machinery/proposals.ts'
import { observationRecord } from '../../../src/domain/observation/observation.ts'
import { outlineMade, outlineOf } from '../../../src/domain/observation/outline.ts'
import { proposedTo } from '../../../src/domain/observation/second-person.ts'
import type { Answer, Observation } from '../../../src/domain/observation/types.ts'
import type { RecordRef } from '../../../src/domain/words/ids.ts'
import { personId } from '../../../src/domain/words/ids.ts'
import type { Instant } from '../../../src/domain/words/time.ts'
import { dateOf } from '../../../src/domain/words/time.ts'
import type { WorkingCalendar } from '../../../src/domain/words/working-days.ts'
import { workingDaysBetween } from '../../../src/domain/words/working-days.ts'
import type { SeenObservation } from '../../../src/usecases/observation/get-observation.ts'
import type { SeenOutline } from '../../../src/usecases/observation/read-outline.ts'
import type { Wording } from './sample-board.ts'
import { sampleBoard } from './sample-board.ts'
import { REPORTER, SENIOR, sampleChoice, sampleText, stepsWith } from './sample-steps.ts'

/** A card the bot can send, as an example to look at and to check. */
export interface CardSample {
  /** Its name in the gallery and the list of cards; no two alike. */
  readonly name: string
  /** When the bot sends it, and to whom. */
  readonly says: string
  readonly card: Card
}

export const SAMPLE_REF = 'OBS-2026-0042' as RecordRef // of the form that references have

const NOW = '2026-03-27T09:00:00.000Z'

export const sampleLink = doorIntoTab({
  teamsAppId: '00000000-0000-0000-0000-000000000000',
  publicUrl: 'https://loop.board.example',
})

export const sampleCalendar: WorkingCalendar = { isHoliday: () => false }

export interface SampleWorld extends Wording {
  readonly board: BoardNow
  /** The sample observation, after the named steps, as its reporter or as the senior sees it. */
  readonly seenBy: (who: 'reporter' | 'senior', ...steps: readonly Step[]) => SeenObservation
  /** The outline as the business manager sees it who is asked, or the chair who is to agree. */
  readonly outlineAfter: (...steps: readonly Step[]) => SeenOutline
  readonly nearMiss: readonly Answer[]
  readonly disquiet: readonly Answer[]
}

export type Step = keyof ReturnType<typeof stepsWith>

export function sampleWorld(wording: Wording): SampleWorld {
  const { told } = wording
  const board = sampleBoard(wording)
  const nearMiss = [
    sampleChoice('dangerNow', 'no'),
    sampleText(
      'couldHaveHappened',
      told('Two babies with the same name were nearly given the same vaccine.'),
    ),
    sampleText('whatStoppedIt', told('The mother asked why there were two appointments.')),
    sampleText('whoElseExposed', told('Every clinic that books by name.')),
  ]
  const disquiet = [
    sampleChoice('dangerNow', 'notSure'),
    sampleText('unease', told('Visits are always cancelled on the day, and I cannot say why.')),
    sampleChoice('worry', 'veryWorried'),
  ]
  const steps = stepsWith(wording, { nearMiss, disquiet })
  const context = { board, now: NOW, calendar: sampleCalendar }

  const historyOf = (names: readonly Step[]) =>
    names.map((name, index) => ({ ...steps[name], seq: index + 1, cause: `sample-${index}` }))
  const stateOf = (history: ReturnType<typeof historyOf>) =>
    history.reduce<Observation | undefined>(observationRecord.evolve, undefined)

  function outlineAfter(...names: readonly Step[]): SeenOutline {
    const state = stateOf(historyOf(names))
    const chair = actorFor(board, personId('chair'))
    const proposals = state ? proposedTo(state, chair, context) : []
    const outline =
      state &&
      (proposals.length > 0
        ? outlineMade(state)
        : outlineOf(state, actorFor(board, personId('businessManager')), board))
    if (!outline) throw new TypeError('a sample that was not put to the board')
    return {
      ref: SAMPLE_REF,
      version: names.length,
      outline,
      proposals,
      agreed: [],
      late: [],
      allowed: proposals.length > 0 ? allowedFor(observationRecord, state, chair, context) : [],
      board,
    }
  }

  function seenBy(who: 'reporter' | 'senior', ...names: readonly Step[]): SeenObservation {
    const history = historyOf(names)
    const state = stateOf(history)
    const actor = actorFor(board, who === 'reporter' ? REPORTER : SENIOR)
    const view = state && observationRecord.viewOf(state, actor, context)
    if (!view) throw new TypeError('a sample nobody may see')
    return {
      ref: SAMPLE_REF,
      version: history.length,
      view,
      history,
      allowed: naming(allowedFor(observationRecord, view, actor, context), SAMPLE_REF),
      late: [],
      follows: [],
      isLeftToOthers: false,
      now: context.now,
      proposals: openProposals(view.proposals, context.now),
      waitedWorkingDays:
        view.stage === 'awaitingTriage' ? waited(view.waitingSince, context.now) : 0,
      board,
    }
  }
  return { ...wording, board, seenBy, outlineAfter, nearMiss, disquiet }
}

const waited = (since: Instant, now: Instant): number =>
  workingDaysBetween(sampleCalendar, dateOf(since), dateOf(now))
