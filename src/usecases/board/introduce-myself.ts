import type { Account } from '../../domain/board/directory.ts'
import { personByAccount } from '../../domain/board/directory.ts'
import type { AgencyId } from '../../domain/words/ids.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import { changeBoard } from './change-board.ts'
import { newcomerId, whoIs } from './who-is.ts'

export interface Introduction {
  readonly account: Account
  /** The name the account carries. People without an entry have no other. */
  readonly name: string
  readonly agency: AgencyId
  readonly submission: string
}

/** Enters a person without an entry at the agency they name. Doing it twice does nothing more. */
export async function introduceMyself(
  deps: Pick<Deps, 'board' | 'clock'>,
  { account, name, agency, submission }: Introduction,
): Promise<void> {
  const board = await currentBoard(deps)
  if (personByAccount(board, account)) return
  const person = { ...account, id: newcomerId(account), name, jobTitle: '', agency }
  try {
    await changeBoard(deps, {
      command: { type: 'introduceMyself', person },
      actor: whoIs(board, account),
      submission,
    })
  } catch (error) {
    // Two devices at the same moment: one of them entered the person.
    if (!personByAccount(await currentBoard(deps), account)) throw error
  }
}
