import type { RecordDetail, RecordPage, RecordRow } from '../../contract/any-record.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord, readRecord } from '../../domain/records.ts'
import type { ShownRow } from '../../domain/registered.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Seen } from '../../usecases/records/get-record.ts'
import type { RecordList } from '../../usecases/records/list-records.ts'
import { presentOffered } from './allowed.ts'
import { presentLateAbout } from './late.ts'
import { presentPerson } from './names.ts'

/**
 * One record as one person sees it, as its kind says how it is shown. Only what is named here
 * leaves.
 */
export function presentRecord<N extends Kind>(kind: N, seen: Seen<N>): RecordDetail {
  const { ref, version, view, history, board, allowed, late, followedBy } = seen
  const { shown } = anyRecord(kind)
  if (!shown) throw new TypeError(`a kind of record that is not described: ${kind}`)
  const { title, stage, facts, sections, links } = shown.of(view, board)
  return {
    ref,
    version,
    title,
    stage,
    facts: facts.map(({ label, value }) => ({ label, value })),
    sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    links: [...links, ...followedBy].map((link) => ({
      ref: link,
      kind: readRecord(link)?.kind ?? '',
    })),
    history: history.map(({ seq, at, by, event }) => ({
      seq,
      at,
      by: presentPerson(board, by),
      says: shown.sayEvent(event, board),
    })),
    late: presentLateAbout(late),
    allowed: presentOffered(allowed),
  }
}

/** A record as one line of a list. */
export const presentRecordRow =
  (kind: Kind) =>
  ({ ref, title, stage, says }: ShownRow & { readonly ref: RecordRef }): RecordRow => ({
    ref,
    kind,
    title,
    stage,
    says,
  })

/** A page of a kind, with what can be made and what the list can be narrowed to. */
export const presentRecordPage = (
  kind: Kind,
  { rows, total, next, makes }: RecordList,
): RecordPage => ({
  rows: rows.map(presentRecordRow(kind)),
  total,
  next,
  makes: presentOffered(makes),
  narrowing: Object.entries(anyRecord(kind).shown?.list.narrowing ?? {}).flatMap(
    ([name, { label, choices }]) =>
      choices
        ? [
            {
              name,
              label,
              choices: choices.map(({ code, label: says }) => ({ code, label: says })),
            },
          ]
        : [],
  ),
})
