import { messageCard } from '../../../src/bot/cards/build.ts'
import { asDialog, checkCard } from '../../../src/bot/cards/check-card.ts'
import { dialogKindCard, dialogSubmit, notMetCard } from '../../../src/bot/cards/dialog-cards.ts'
import { receiptCard } from '../../../src/bot/cards/draft-cards.ts'
import { beforehandLine } from '../../../src/bot/cards/safety.ts'
import { readersIn } from './raising-samples.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'
import { SAMPLE_REF } from './sample-world.ts'

/** Cards of the dialog that begins on a message: "Raise as observation". */
export function dialogSamples(world: SampleWorld): readonly CardSample[] {
  const { board, nearMiss, told } = world
  const said = told('Two babies with the same name were nearly given the same vaccine.')
  const readers = readersIn(world)
  const draft = { id: 'draft-1', kind: 'nearMiss', said: null, at: 'check' } as const
  const send = dialogSubmit('Send', { verb: 'dialogSend', draft: draft.id, kind: draft.kind })
  const receipt = receiptCard(
    { ref: SAMPLE_REF, observation: world.seenBy('reporter', 'raised').view },
    board,
    { readers: readers.usual, dueOn: '2026-03-27', hasMore: false },
  )
  return [
    {
      name: 'Dialog: kind',
      says: 'The first form of “Raise as observation”, with the message it starts from.',
      card: dialogKindCard(board, {
        draft: draft.id,
        said,
        readers: beforehandLine(readers.usual),
      }),
    },
    {
      name: 'Dialog: kind not chosen',
      says: 'The same when no kind was chosen.',
      card: dialogKindCard(board, {
        draft: draft.id,
        said,
        readers: beforehandLine(readers.usual),
        problem: 'Choose one of the eight kinds.',
      }),
    },
    {
      name: 'Dialog: check',
      says: 'The second form: the questions of the kind, and who will read the answers.',
      card: asDialog(checkCard({ ...draft, answers: nearMiss.slice(0, 2) }, readers), [send]),
    },
    {
      name: 'Dialog: receipt',
      says: 'The receipt in the dialog: no buttons, as they need a chat.',
      card:
        receipt.template === 'message'
          ? messageCard(receipt.data.title, { ...receipt.data, buttons: [], more: [] })
          : receipt,
    },
    {
      name: 'Dialog: not met before',
      says: 'To somebody nobody has entered.',
      card: notMetCard(),
    },
  ]
}
