import { createContext, use } from 'react'
import type { BoardDetail } from '../../../contract/people.ts'

/** Opens the form of a change; what it is about is an agency, a person or an appointment. */
export type OpenChange = (action: string, of?: string) => void

interface ChangingBoard {
  readonly board: BoardDetail
  readonly open: OpenChange
  /** Shows the current settings after a change that has no form. */
  readonly show: (board: BoardDetail) => void
}

export const BoardContext = createContext<ChangingBoard | null>(null)

/** The board settings of the page, with the way to change them. */
export function useBoard(): ChangingBoard {
  const known = use(BoardContext)
  if (!known) throw new TypeError('a part of Set-up outside of its page')
  return known
}

/** The name of an agency or a person, as the list has it. */
export const nameIn = (
  rows: readonly { readonly id: string; readonly name: string }[],
  id: string | null,
): string => rows.find((row) => row.id === id)?.name ?? ''

/** Whether every word that was typed stands somewhere in the texts. */
export function isFound(search: string, ...texts: readonly string[]): boolean {
  const all = texts.join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
