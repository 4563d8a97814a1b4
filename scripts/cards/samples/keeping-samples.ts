import { supportCard } from '../../../src/bot/cards/asking-cards.ts'
import {
  addedCard,
  forgetCard,
  keptCard,
  resumeCard,
  stoppedCard,
  twoCard,
  whereCard,
} from '../../../src/bot/cards/draft-cards.ts'
import { urgentLine } from '../../../src/bot/cards/safety.ts'
import type { Draft } from '../../../src/bot/talk/draft.ts'
import { sampleText } from './sample-steps.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'

/** Cards of half-finished reports: kept, offered again, and forgotten only after asking twice. */
export function keepingSamples({ board, told, nearMiss }: SampleWorld): readonly CardSample[] {
  const draft = (given: Partial<Draft>): Draft => ({
    id: 'draft-1',
    kind: 'nearMiss',
    said: null,
    answers: [],
    at: 'kind',
    ...given,
  })
  const checked = draft({ at: 'check', answers: nearMiss })
  const words = told('Dad has not been seen since Monday, and nobody rang.')
  return [
    {
      name: 'Go on with a report',
      says: 'A half-finished report is offered again.',
      card: resumeCard(draft({ answers: [sampleText('couldHaveHappened', told('A letter.'))] })),
    },
    {
      name: 'Go on before a kind was chosen',
      says: 'The same when only a sentence was told; here words came after a long silence.',
      card: resumeCard(
        draft({ kind: null, said: told('It went wrong at the door.') }),
        'I have not taken what you just wrote as an answer. It is still here in the chat.',
      ),
    },
    {
      name: 'Kept as the next one',
      says: 'Words that belong to nothing that is open: kept, shown back, and easily added to it.',
      card: keptCard({ id: 'draft-2', words }, { to: 'the report that is open' }),
    },
    {
      name: 'Delete it?',
      says: 'Before words that were not sent are deleted.',
      card: forgetCard('deleteDraft', { draft: 'draft-1', words }),
    },
    {
      name: 'Start again?',
      says: 'The same before starting again.',
      card: forgetCard('startAgain', { draft: 'draft-1', words }),
    },
    {
      name: 'Danger, and nothing open',
      says: 'What to do first, and then whether to report (I1).',
      card: whereCard({
        draft: 'draft-1',
        words: told('He is going to hit her.'),
        urgent: urgentLine(board),
      }),
    },
    {
      name: 'Danger soon after a receipt',
      says: 'What to do first, and then to which report the words belong (I1).',
      card: whereCard({
        draft: 'draft-1',
        words: told('He hit her again.'),
        refs: ['OBS-2026-0565'],
        urgent: urgentLine(board),
      }),
    },
    {
      name: 'Danger at the last card',
      says: 'It is added to what is about to be sent, unless its writer says otherwise (I1).',
      card: addedCard({ draft: 'draft-1', words: told('He hit her again.') }, urgentLine(board)),
    },
    {
      name: 'Two things in one message',
      says: 'One report holds one thing: where a second seems to begin is offered.',
      card: twoCard({ draft: 'draft-1', words: told('Another thing: nobody rang the school.') }),
    },
    {
      name: 'Support for whoever writes',
      says: 'Somebody speaks of harming themselves: whom to turn to, before anything else.',
      card: supportCard(board, { draft: 'draft-1', words: told('I cannot do this any more.') }),
    },
    {
      name: 'Stopped',
      says: 'After Stop: what is kept, and for how long.',
      card: stoppedCard(checked),
    },
  ]
}
