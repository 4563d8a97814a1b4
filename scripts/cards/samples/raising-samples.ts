import { messageCard } from '../../../src/bot/cards/build.ts'
import type { Readers } from '../../../src/bot/cards/check-card.ts'
import { checkCard, readersFor } from '../../../src/bot/cards/check-card.ts'
import { receiptCard } from '../../../src/bot/cards/draft-cards.ts'
import {
  answeredCard,
  kindsCard,
  moreCard,
  questionCard,
} from '../../../src/bot/cards/question-cards.ts'
import { beforehandLine, safetyLine, urgentLine } from '../../../src/bot/cards/safety.ts'
import type { Draft } from '../../../src/bot/talk/draft.ts'
import { boardAt } from '../../../src/domain/board/board-now.ts'
import type { KindCode } from '../../../src/domain/taxonomies/lists.ts'
import { questionsFor } from '../../../src/domain/taxonomies/lists.ts'
import type { Question } from '../../../src/domain/taxonomies/types.ts'
import { agencyId, personId } from '../../../src/domain/words/ids.ts'
import { sampleText } from './sample-steps.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'
import { SAMPLE_REF, sampleCalendar } from './sample-world.ts'

/** A question of a kind, as the lists have it. */
const asked = (kind: KindCode, code: string): Question => {
  const question = questionsFor(kind).find((one) => one.code === code)
  if (!question) throw new TypeError(`${kind} has no question ${code}`)
  return question
}

export const readersIn = ({ board }: SampleWorld): Readers =>
  readersFor(board, { agency: agencyId('healthVisiting'), person: personId('healthVisitor1') })

/** Cards from the first word of a report to its receipt, and the optional questions after it. */
export function raisingSamples(world: SampleWorld): readonly CardSample[] {
  const { board, nearMiss, disquiet, told } = world
  const draft = (given: Partial<Draft>): Draft => ({
    id: 'draft-1',
    kind: 'nearMiss',
    said: null,
    answers: [],
    at: 'kind',
    ...given,
  })
  const at = (question: string, given: Partial<Draft> = {}) =>
    draft({ at: { question }, answers: nearMiss, ...given })
  const checked = draft({ at: 'check', answers: nearMiss })
  const readers = readersIn(world)
  const beforehand = beforehandLine(readers.usual)
  const words = told('Dad has not been seen since Monday, and nobody rang.')
  const anythingElse: Question = {
    code: 'anythingElse',
    asks: 'What would you like to add?',
    label: 'Added',
    answer: { type: 'text' },
    required: false,
  }
  return [
    {
      name: 'Kinds',
      says: 'The first card of every report (S4): praise and concern side by side.',
      card: kindsCard(board, null, { beforehand }),
    },
    {
      name: 'Kinds, with words kept',
      says: 'When something was told before its kind is known, or the kind is changed.',
      card: kindsCard(board, draft({ said: told('It went wrong at the door.') }), { beforehand }),
    },
    {
      name: 'Question with buttons',
      says: 'A question with a few answers: one press each.',
      card: questionCard(at('dangerNow', { answers: [] }), {
        safety: safetyLine(board),
        beforehand,
      }),
    },
    {
      name: 'Question after praise',
      says: 'Praise is thanked first; whether a child is in danger is asked last, as of everybody.',
      card: questionCard(
        at('whatHelped', {
          kind: 'goodPractice',
          answers: [sampleText('whatWentWell', words)],
          unasked: ['whatWentWell'],
        }),
        {
          safety: safetyLine(board),
          note: 'Thank you. What goes well is worth telling, and others can learn from it.',
          beforehand,
        },
      ),
    },
    {
      name: 'Last question after praise',
      says: 'The same, in ordinary weight.',
      card: questionCard(at('dangerNow', { kind: 'goodPractice', answers: [] })),
    },
    {
      name: 'Question with words',
      says: 'A question that is answered by typing in the chat.',
      card: questionCard(at('whatStoppedIt', { answers: nearMiss.slice(0, 2) })),
    },
    {
      name: 'Question with words, or not sure',
      says: 'The same where “Not sure” is an answer too; here after a press of Back.',
      card: questionCard(at('couldHaveHappened')),
    },
    {
      name: 'Question when a child may be at risk',
      says: 'Whatever comes next once an answer sounds like danger (I1).',
      card: questionCard(at('unease', { kind: 'disquiet', answers: disquiet.slice(0, 1) }), {
        urgent: urgentLine(board),
      }),
    },
    {
      name: 'Question that was not answered',
      says: 'After words that are none of its answers.',
      card: questionCard(at('worry', { kind: 'disquiet', answers: disquiet.slice(0, 2) }), {
        note: 'Please choose one of these answers, by button or by typing it.',
      }),
    },
    {
      name: 'Question that was answered',
      says: 'Takes the place of a question once one of its buttons was pressed.',
      card: answeredCard(asked('nearMiss', 'couldHaveHappened'), {
        type: 'text',
        text: told('Two babies with the same name were nearly given the same vaccine.'),
      }),
    },
    {
      name: 'Check before sending',
      says: 'Every answer, each to be changed in place, and who will read it (S10, S12).',
      card: checkCard(checked, readers),
    },
    {
      name: 'Check, past the own agency',
      says: 'The same where the board office was chosen to read it.',
      card: checkCard({ ...checked, to: 'office' }, readers),
    },
    {
      name: 'Check, something missing',
      says: 'After Send while an answer is missing: nothing is lost, and it says what.',
      card: checkCard({ ...checked, answers: nearMiss.slice(0, 3) }, readers, {
        note: 'Nothing has been sent yet: something is missing. What you wrote is still here.',
        problems: {
          'answers.whoElseExposed':
            'Answer this first: Who or what else could be exposed to the same thing?',
        },
      }),
    },
    {
      name: 'Check when a child may be at risk',
      says: 'The same, with what to do now on top (I1).',
      card: checkCard(draft({ kind: 'disquiet', at: 'check', answers: disquiet }), readers, {
        urgent: urgentLine(board),
      }),
    },
    {
      name: 'Receipt',
      says: 'Once a report is stored: its reference and what happens next (I7).',
      card: receiptCard(
        { ref: SAMPLE_REF, observation: world.seenBy('reporter', 'raised').view },
        board,
        {
          readers: readers.usual,
          dueOn: '2026-03-27',
          hasMore: true,
        },
      ),
    },
    {
      name: 'Receipt when a child may be at risk',
      says: 'The same, with whom to ring first (I1).',
      card: receiptCard(
        { ref: SAMPLE_REF, observation: world.seenBy('reporter', 'raisedUrgent').view },
        board,
        { readers: readers.usual, dueOn: '2026-03-20', hasMore: false },
      ),
    },
    {
      name: 'Receipt out of office hours',
      says: 'The same on a Friday evening: when it may be read, and whom to ring until then (I1).',
      card: receiptCard(
        { ref: SAMPLE_REF, observation: world.seenBy('reporter', 'raised').view },
        boardAt(board, sampleCalendar, '2026-03-20T19:30:00.000Z'),
        { readers: readers.usual, dueOn: '2026-03-27', hasMore: false },
      ),
    },
    {
      name: 'Receipt, past the own agency',
      says: 'Of a report that went to the board office instead.',
      card: receiptCard(
        {
          ref: SAMPLE_REF,
          observation: { ...world.seenBy('reporter', 'raised').view, pastAgency: true },
        },
        board,
        { readers: readers.office ?? '', dueOn: '2026-03-27', hasMore: false },
      ),
    },
    {
      name: 'Optional question with one answer',
      says: 'After the receipt: a question with more answers than buttons.',
      card: moreCard(SAMPLE_REF, asked('nearMiss', 'ageBand')),
    },
    {
      name: 'Optional question with a long list',
      says: 'After the receipt: any number of a long list.',
      card: moreCard(SAMPLE_REF, asked('nearMiss', 'agenciesTouched'), {
        note: 'Please choose an answer, or skip this question.',
      }),
    },
    {
      name: 'Optional question to tick',
      says: 'After the receipt: true, or skipped.',
      card: moreCard(SAMPLE_REF, asked('disquiet', 'cannotSayWhy')),
    },
    {
      name: 'Anything else',
      says: 'The last of the optional questions, and “Add something” on a report.',
      card: moreCard(SAMPLE_REF, anythingElse),
    },
    {
      name: 'Done in place',
      says: 'Takes the place of a card whose button was pressed, when the answer stands below.',
      card: messageCard('Sent'),
    },
  ]
}
