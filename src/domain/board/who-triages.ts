import { ownTriagers, triagersAt } from '../observation/routing.ts'
import { personOf } from './directory.ts'
import type { Agency, BoardSettings } from './types.ts'

/** To whom new reports of an agency go, by name, and whether these are people of its own. */
export function sayWhoTriages(board: BoardSettings, agency: Agency['id']): string {
  const who = triagersAt(board, agency, () => false).map((id) => personOf(board, id)?.name ?? '')
  if (who.length === 0) return 'nobody: appoint a business manager'
  const own = ownTriagers(board, agency).length > 0
  return `${who.join(', ')}${own ? '' : ', as it has no senior or agency lead'}`
}
