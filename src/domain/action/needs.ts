import type { Check } from '../machinery/record-kind.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import type { RecordContext } from '../registered.ts'
import type { ActionNeed } from './moves.ts'
import type { Action, ActionCommand } from './types.ts'

type ActionCheck = Check<{ command: ActionCommand; state: Action; context: RecordContext }>

/** Who is asked by a command, and by which field. */
const askedBy = (command: ActionCommand | undefined) =>
  command?.type === 'handOver'
    ? { need: 'owner', person: command.owner }
    : command?.type === 'reportStuck'
      ? { need: 'helper', person: command.helper }
      : undefined

/** Nobody is asked who must not know of the report it follows from. Why is not said. */
const canBeAsked: ActionCheck = (command, action, { board }) => {
  const asked = askedBy(command)
  return action && asked && isKeptFromFollowing(action, asked.person, board)
    ? [{ need: asked.need, say: 'This person cannot be asked now. Choose somebody else.' }]
    : []
}

/** Who does it already cannot help themselves. What they handed back may be asked of them again. */
const somebodyElse: ActionCheck = (command, action) => {
  const asked = askedBy(command)
  const isAgain = command?.type === 'handOver' && action?.handedBack
  return action && asked && asked.person === action.owner && !isAgain
    ? [{ need: asked.need, say: 'They do it already. Choose somebody else.' }]
    : []
}

const anotherDay: ActionCheck = (command, action) =>
  command?.type === 'changeDate' && command.dueOn === action?.dueOn
    ? [{ need: 'dueOn', say: 'It is due on that day already. Choose another.' }]
    : []

/** That people were trained does not show that anything is done in another way. */
const moreThanTraining: ActionCheck = (command) =>
  command?.type === 'finish' &&
  command.evidence.length > 0 &&
  command.evidence.every((kind) => kind === 'trainingRecord')
    ? [
        {
          need: 'evidence',
          say: 'A training record alone is not enough. Add what shows that it is done in another way now: practice that was seen, numbers, a document in use, or what people say.',
        },
      ]
    : []

export const ACTION_NEEDS: Readonly<Record<ActionNeed, ActionCheck>> = {
  canBeAsked,
  somebodyElse,
  anotherDay,
  moreThanTraining,
}
