import type { Kind, Of, TypesByKind } from '../../domain/records.ts'
import { RECORDS } from '../../domain/records.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { contextNow } from './context-now.ts'
import type { Submission } from './handle-command.ts'
import { handleCommand } from './handle-command.ts'

export type RecordDeps = Pick<Deps, 'board' | 'records' | 'clock' | 'calendar'>

/** Takes an action on a record: see `handleCommand` for what is refused and when. */
export const changeRecord = <N extends Kind>(
  deps: RecordDeps,
  kind: N,
  submission: Submission<Of<N, 'command'>>,
): Promise<Stored<Of<N, 'state'>>> =>
  handleCommand<TypesByKind[N]>(RECORDS[kind], deps.records[kind], submission, () =>
    contextNow(deps),
  )
