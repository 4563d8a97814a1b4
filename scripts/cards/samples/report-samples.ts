import { actionForm } from '../../../src/bot/cards/action-form.ts'
import { myReportsCard, myWorkCard } from '../../../src/bot/cards/list-cards.ts'
import { noticeCard } from '../../../src/bot/cards/notice-cards.ts'
import { outlineCard } from '../../../src/bot/cards/outline-cards.ts'
import { reportCard } from '../../../src/bot/cards/report-cards.ts'
import { columnsOf } from '../../../src/domain/observation/columns.ts'
import type { RecordRef } from '../../../src/domain/words/ids.ts'
import { agencyId } from '../../../src/domain/words/ids.ts'
import type { SeenObservation } from '../../../src/usecases/observation/get-observation.ts'
import type { AgedRow } from '../../../src/usecases/observation/list-observations.ts'
import type { WaitingRow } from '../../../src/usecases/reminding/list-waiting.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'
import { SAMPLE_REF, sampleLink } from './sample-world.ts'

const rowOf = (ref: string, { view, version, waitedWorkingDays }: SeenObservation): AgedRow => ({
  ...columnsOf(view),
  ref: ref as RecordRef, // written below in the form that references have
  version,
  waitedWorkingDays,
  isUrgent: view.sameDay && view.stage === 'awaitingTriage',
  nextDue: null,
  isLate: false,
  saysDue: '',
  isLeftToOthers: false,
})

const waits = (overrides: Partial<WaitingRow> = {}): WaitingRow => ({
  kind: 'observation',
  ref: 'OBS-2026-0042' as RecordRef, // in the form that references have
  title: 'Near miss',
  agency: agencyId('health'),
  opens: 'record',
  says: 'Waiting for a decision since today. Say that you have it by Monday 9 March 2026. Decide by Friday 13 March 2026.',
  about: ['Fairly worried'],
  due: '2026-03-09T17:00:00.000Z',
  isUrgent: false,
  isLate: false,
  ...overrides,
})

/** Cards for the reporter after the receipt, and the two lists. */
export function reportSamples({ seenBy, outlineAfter }: SampleWorld): readonly CardSample[] {
  const toReport = sampleLink(`reports/${SAMPLE_REF}`, 'Open in the tab')
  const home = sampleLink('home', 'Open in the tab')
  const waiting = seenBy('reporter', 'raised')
  const decided = seenBy('reporter', 'raised', 'acknowledged', 'decided')
  const { board } = waiting
  const told = seenBy('reporter', 'raised', 'acknowledged', 'decided', 'feedbackGiven')
  const closed = seenBy('reporter', 'raised', 'acknowledged', 'decided', 'feedbackGiven', 'closed')
  const passedOn = seenBy('reporter', 'raised', 'passedOn')
  const answered = seenBy('reporter', 'raised', 'answered')
  const questioned = seenBy('reporter', 'raised', 'question')
  const toOutline = sampleLink(`outlines/${SAMPLE_REF}`, 'Open in the tab')
  const mine = [rowOf('OBS-2026-0042', waiting), rowOf('OBS-2026-0017', decided)]
  const work = [
    waits({
      ref: 'OBS-2026-0051' as RecordRef,
      isUrgent: true,
      says: 'A child may be at risk: look at it before anything else. Waiting for a decision since today. Decide by Monday 9 March 2026.',
    }),
    waits(),
    waits({
      kind: 'activity',
      ref: 'LRN-2026-0002' as RecordRef,
      title: 'Supervision',
      about: [],
      says: 'Hold it and record it, or say why not: late, it was due on Friday 6 March 2026.',
    }),
  ]
  return [
    {
      name: 'My reports',
      says: 'After “my reports”: the latest, each to open.',
      card: myReportsCard([...mine, rowOf('OBS-2026-0003', closed)], 9, home),
    },
    {
      name: 'My reports, none yet',
      says: 'The same before anything was told.',
      card: myReportsCard([], 0, home),
    },
    {
      name: 'My work',
      says: 'After “my work”: what is urgent first, then what is due first, of every kind of record.',
      card: myWorkCard({ rows: work, total: 12 }, board, home),
    },
    {
      name: 'My work, nothing waits',
      says: 'The same when nothing waits.',
      card: myWorkCard({ rows: [], total: 0 }, board, home),
    },
    {
      name: 'My work, a question to the board',
      says: 'The same for the business manager and the chair, while a question to the board is open.',
      card: myWorkCard(
        {
          rows: [
            waits({
              opens: 'outline',
              says: 'Give the board’s answer to those who triage it by Monday 23 March 2026.',
              about: ['May call for a statutory review'],
            }),
          ],
          total: 1,
        },
        board,
        home,
      ),
    },
    {
      name: 'My report, waiting',
      says: 'One report for its reporter before a decision, with something added since.',
      card: reportCard(seenBy('reporter', 'raised', 'addedTo', 'acknowledged'), toReport),
    },
    {
      name: 'My report, decided',
      says: 'The same with the decision and its reason (S13).',
      card: reportCard(decided, toReport),
    },
    {
      name: 'My report, closed',
      says: 'The same at the end, with what was done.',
      card: reportCard(closed, toReport),
    },
    {
      name: 'Notice: started',
      says: 'To the reporter once somebody senior has started on it (feedback mode A).',
      card: noticeCard(waiting, 'acknowledged', waiting.history.length),
    },
    {
      name: 'Notice: passed on',
      says: 'To the reporter: who reads it now (S12).',
      card: noticeCard(passedOn, 'passedOn', passedOn.history.length),
    },
    {
      name: 'Notice: a question',
      says: 'To the reporter: what whoever looks at the report would like to know.',
      card: noticeCard(questioned, 'question', questioned.history.length),
    },
    {
      name: 'Answer the question',
      says: 'The form behind its button: the question, and room for an answer.',
      card: actionForm('reply', {
        seen: questioned,
        submission: 'sample',
        typed: {},
        missing: [],
        note: '',
      }),
    },
    {
      name: 'Notice: decided',
      says: 'To the reporter: the decision and its reason (S13, feedback mode D).',
      card: noticeCard(decided, 'decided', decided.history.length),
    },
    {
      name: 'Notice: answered and closed',
      says: 'To the reporter: the answer, its reason, and that it is closed, in one message (S13).',
      card: noticeCard(answered, 'answered', answered.history.length),
    },
    {
      name: 'Notice: what was done',
      says: 'To the reporter: the feedback, in the words of whoever gave it.',
      card: noticeCard(told, 'feedback', told.history.length),
    },
    {
      name: 'Notice: closed',
      says: 'To the reporter once it is closed.',
      card: noticeCard(closed, 'closed', closed.history.length),
    },
    {
      name: 'Notice: opened again',
      says: 'To the reporter when it is looked at once more.',
      card: noticeCard(waiting, 'reopened', waiting.history.length),
    },
    {
      name: 'Notice: put to the board',
      says: 'To the business manager and the chair: an outline of what may call for a statutory review.',
      card: outlineCard(outlineAfter('raised', 'asked'), toOutline, { submission: 'sample' }),
    },
    {
      name: 'Notice: what became of a question to the board',
      says: 'To the same when it was closed, opened again or decided otherwise.',
      card: outlineCard(outlineAfter('raised', 'asked', 'decided'), toOutline, {
        notice: 'askedMoved',
        submission: 'sample',
      }),
    },
  ]
}
