import { DomainError } from '../../domain/words/errors.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Dialog, TurnOutcome, TurnStore } from '../../ports/turns.ts'
import { ANSWERS_KEPT } from '../../ports/turns.ts'
import type { Connection } from './connection.ts'

/**
 * Keeps what was answered, and where each person's conversation stands.
 * @param clock what is past its time is not returned; without one, it is until `forgetBefore` has
 * deleted it
 */
export function turnTable(connection: Connection, clock?: Clock): TurnStore {
  // Every instant sorts after the empty text, so without a clock nothing is past its time.
  const now = () => clock?.now() ?? ''

  function keepAnswer({ key, person, keepUntil }: TurnOutcome, answer: string) {
    const isKept = () =>
      connection.run(
        `INSERT INTO answers (key, person, answer, keep_until) VALUES (?, ?, ?, ?)
          ON CONFLICT DO NOTHING`,
        key,
        person,
        answer,
        keepUntil,
      ) === 1
    // An answer past its time makes room for the next under the same key.
    const madeRoom = () =>
      connection.run('DELETE FROM answers WHERE key = ? AND keep_until < ?', key, now()) === 1
    if (!isKept() && !(madeRoom() && isKept())) throw new DomainError('conflict', { what: 'turn' })
    connection.run(FORGET_ALL_BUT_THE_LATEST, person, person, ANSWERS_KEPT)
  }

  function keepDialog({ person, dialog }: TurnOutcome, state: string) {
    if (!dialog) return
    const { from, expiresAt } = dialog
    const kept =
      from === 0
        ? connection.run(
            `INSERT INTO dialogs (person, version, state, expires_at) VALUES (?, 1, ?, ?)
              ON CONFLICT DO NOTHING`,
            person,
            state,
            expiresAt,
          )
        : connection.run(
            `UPDATE dialogs SET version = version + 1, state = ?, expires_at = ?
              WHERE person = ? AND version = ?`,
            state,
            expiresAt,
            person,
            from,
          )
    if (kept === 0) throw new DomainError('conflict', { what: 'dialog' })
  }

  function forgetDialogs(before: Instant): number {
    const over = connection.run('DELETE FROM dialogs WHERE expires_at < ?', before)
    connection.run(FORGET_WHO_HAS_NOTHING_LEFT)
    return over
  }

  async function answered(key: string, person?: string) {
    const row = connection.get<{ answer: string }>(
      'SELECT answer FROM answers WHERE key = ? AND keep_until >= ? AND person = COALESCE(?, person)',
      key,
      now(),
      person ?? null,
    )
    return row && { answer: JSON.parse(row.answer) }
  }

  async function dialog(person: string): Promise<Dialog> {
    const row = connection.get<{ version: number; state: string; over: number }>(
      `SELECT version, state, COALESCE(expires_at < ?, FALSE) AS over
        FROM dialogs WHERE person = ?`,
      now(),
      person,
    )
    if (!row) return { version: 0, state: null }
    return { version: row.version, state: row.over ? null : JSON.parse(row.state) }
  }

  return {
    answered: (key) => answered(key),
    dialog,

    async begin(key, person) {
      return { earlier: await answered(key, person), dialog: await dialog(person) }
    },

    async finish(outcome) {
      // Made before the write waits its turn, so that the caller may change what it gave.
      const answer = json(outcome.answer)
      const state = json(outcome.dialog?.state)
      await connection.write(() => {
        keepAnswer(outcome, answer)
        keepDialog(outcome, state)
      })
    },

    forgetBefore: (now) =>
      connection.write(() => ({
        answers: connection.run('DELETE FROM answers WHERE keep_until < ?', now),
        dialogs: forgetDialogs(now),
      })),

    async persona(account) {
      return connection.get<{ person: string }>(
        'SELECT person FROM personas WHERE account = ?',
        account,
      )?.person
    },

    async setPersona(account, person) {
      await connection.write(() =>
        connection.run(
          `INSERT INTO personas (account, person) VALUES (?, ?)
            ON CONFLICT (account) DO UPDATE SET person = excluded.person`,
          account,
          person,
        ),
      )
    },
  }
}

// Positions rise, since the newest row of the table is never among those deleted.
const FORGET_ALL_BUT_THE_LATEST = `DELETE FROM answers WHERE person = ? AND rowid NOT IN
  (SELECT rowid FROM answers WHERE person = ? ORDER BY rowid DESC LIMIT ?)`

const FORGET_WHO_HAS_NOTHING_LEFT = `DELETE FROM dialogs WHERE state = 'null'
  AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.person = dialogs.person)`

/** Nothing to say is kept as `null`, for which JSON has a word. */
const json = (data: unknown): string => JSON.stringify(data ?? null)
