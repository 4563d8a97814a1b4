import { canonical } from '../../domain/machinery/chain.ts'
import type { CopiedRecord } from '../../ports/store-copy.ts'
import { sha256 } from './digest.ts'

/** The parts of a record that change with each of its changes. */
export type RecordMark = Omit<CopiedRecord, 'log' | 'causes' | 'state'>

/** The mark of a row. The same row has the same mark in both stores. */
export const markOf = (row: object): string => sha256(canonical(row))
