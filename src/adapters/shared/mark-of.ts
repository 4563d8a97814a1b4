import { canonical } from '../../domain/machinery/chain.ts'
import type { CopiedRecord } from '../../ports/store-copy.ts'
import { sha256 } from './digest.ts'

/** Everything about a record that changes with each change of it. */
export type RecordMark = Omit<CopiedRecord, 'log' | 'causes' | 'state'>

/** The mark of a row in a store, the same in the other one when the row is the same. */
export const markOf = (row: object): string => sha256(canonical(row))
