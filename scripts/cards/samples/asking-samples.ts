import type { Names } from '../../../src/bot/cards/asking-cards.ts'
import {
  answerCard,
  explainCard,
  meansCard,
  whichCard,
} from '../../../src/bot/cards/asking-cards.ts'
import { INTENTS } from '../../../src/bot/talk/read-intent.ts'
import { questionsFor } from '../../../src/domain/taxonomies/lists.ts'
import { readersIn } from './raising-samples.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'
import { SAMPLE_REF } from './sample-world.ts'

/** Answers to questions and wishes that come at any moment. */
export function askingSamples(world: SampleWorld): readonly CardSample[] {
  const { board } = world
  const readers = readersIn(world)
  const names: Names = {
    readers: readers.usual,
    what: 'What you send',
    officeReaders: readers.office ?? '',
    agency: 'Health visiting',
    ref: SAMPLE_REF,
    days: '14',
  }
  const [question] = questionsFor('nearMiss')
  if (!question) throw new TypeError('a kind without questions')
  return [
    ...INTENTS.filter(({ code }) => code !== 'whatDoYouMean').map((intent) => ({
      name: `Asked: ${intent.code}`,
      says: `The answer to “${intent.code}”, also in the middle of a report.`,
      card: answerCard(intent, board, {
        names,
        situation: intent.wish ? 'sent' : 'unsent',
        canGoPast: true,
        buttons: intent.office
          ? [
              {
                title: 'To the board office',
                verb: 'toOffice',
                data: { draft: '' },
              },
            ]
          : [{ title: 'Tell us something', verb: 'raise', data: {} }],
      }),
    })),
    {
      name: 'Asked: what is meant',
      says: 'After “what do you mean?”: the open question with an example.',
      card: meansCard(question),
    },
    {
      name: 'Asked: what is meant, with nothing open',
      says: 'The same where no question is open.',
      card: explainCard('I take what you notice at work.'),
    },
    {
      name: 'Asked: about which report',
      says: 'A wish about a report that was sent, where there are several.',
      card: whichCard('You would like a call', 'Which report do you mean?', [SAMPLE_REF], {
        intent: 'callMe',
        said: 'call me',
      }),
    },
  ]
}
