import { BOARD_ID } from '../../domain/board/types.ts'
import { readRecord } from '../../domain/records.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { ChainedKind } from '../../ports/trail.ts'

/** A record that an auditor can ask about. */
export interface AuditedRecord {
  readonly kind: Exclude<ChainedKind, 'access'>
  readonly id: string
}

/**
 * Reads how an auditor names a record: a reference as people write it, or "board" for the settings.
 * @throws DomainError `not-found` for anything else
 */
export function recordNamed(said: string): AuditedRecord {
  if (/^\s*board(\s+settings)?\s*$/i.test(said)) return { kind: 'board', id: BOARD_ID }
  const named = readRecord(said)
  if (!named) throw new DomainError('not-found', { what: 'record' })
  return named
}

/** The key under which a record's readings are kept. */
export const readingsOf = ({ kind, id }: AuditedRecord): string => `${kind}/${id}`
