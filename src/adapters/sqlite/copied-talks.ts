import type { SQLInputValue } from 'node:sqlite'
import type { CopiedPart, CopiedTalk } from '../../ports/store-copy.ts'
import { markOf } from '../shared/mark-of.ts'
import type { Connection } from './connection.ts'
import type { WriteCopy } from './copied-rows.ts'
import { ONE_OF_THESE, turn } from './copied-rows.ts'

// Very old answers belong to nobody and have an empty name. Teams stopped asking for them long ago,
// so they are left out.
const PEOPLE = `(SELECT person FROM dialogs UNION SELECT person FROM answers WHERE person <> '')`

const DIALOGS = `SELECT person, version, state, expires_at AS "expiresAt" FROM dialogs
  WHERE person ${ONE_OF_THESE}`

const ANSWERS = `SELECT person, key, answer, keep_until AS "keepUntil" FROM answers
  WHERE person ${ONE_OF_THESE} ORDER BY rowid`

type DialogOf = NonNullable<CopiedTalk['dialog']> & { readonly person: string }
type AnswerOf = CopiedTalk['answers'][number] & { readonly person: string }

/** Answers and dialogs, by person. */
export function copiedTalks(connection: Connection, write: WriteCopy): CopiedPart<CopiedTalk> {
  const peopleWhere = (where: string, ...values: readonly SQLInputValue[]) =>
    connection
      .all<{ person: string }>(`SELECT person FROM ${PEOPLE} WHERE ${where}`, ...values)
      .map(({ person }) => person)

  function talksOf(people: readonly string[]): readonly CopiedTalk[] {
    const these = JSON.stringify(people)
    const dialogs = Map.groupBy(connection.all<DialogOf>(DIALOGS, these), ({ person }) => person)
    const answers = Map.groupBy(connection.all<AnswerOf>(ANSWERS, these), ({ person }) => person)
    return people.map((person) => {
      const [dialog] = (dialogs.get(person) ?? []).map(({ person: _, ...rest }) => rest)
      return {
        person,
        dialog: dialog ?? null,
        answers: (answers.get(person) ?? []).map(({ person: _, ...rest }) => rest),
      }
    })
  }

  const marked = (talks: readonly CopiedTalk[]) =>
    talks.map((talk) => ({ key: talk.person, mark: markOf(talk) }))
  const there = (people: readonly string[]) =>
    peopleWhere(`person ${ONE_OF_THESE}`, JSON.stringify(people))

  function putOne({ person, dialog, answers }: CopiedTalk) {
    connection.run('DELETE FROM dialogs WHERE person = ?', person)
    connection.run('DELETE FROM answers WHERE person = ?', person)
    if (dialog)
      connection.run(
        'INSERT INTO dialogs (person, version, state, expires_at) VALUES (?, ?, ?, ?)',
        person,
        dialog.version,
        dialog.state,
        dialog.expiresAt,
      )
    for (const { key, answer, keepUntil } of answers)
      connection.run(
        'INSERT INTO answers (person, key, answer, keep_until) VALUES (?, ?, ?, ?)',
        person,
        key,
        answer,
        keepUntil,
      )
  }

  return {
    async count() {
      return (
        connection.get<{ count: number }>(`SELECT COUNT(*) AS count FROM ${PEOPLE}`)?.count ?? 0
      )
    },
    async marks(after, atMost) {
      await turn()
      return marked(talksOf(peopleWhere('person > ? ORDER BY person LIMIT ?', after ?? '', atMost)))
    },
    async marksOf(keys) {
      return marked(talksOf(there(keys)))
    },
    async read(keys) {
      return talksOf(there(keys))
    },
    put: (rows) =>
      write(() => {
        for (const row of rows) putOne(row)
      }),
  }
}
