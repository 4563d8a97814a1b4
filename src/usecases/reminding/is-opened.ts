import type { Kind } from '../../domain/records.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { Deps } from '../deps.ts'

const LOOKED_AT = 50

/** Whether somebody has read a record since an instant. Seeing its outline does not count. */
export async function isOpened(
  { trail }: Pick<Deps, 'trail'>,
  kind: Kind,
  id: string,
  since: Instant,
): Promise<boolean> {
  const { rows } = await trail.lines(
    { log: 'readings', id: `${kind}/${id}`, from: since },
    { size: LOOKED_AT },
  )
  return rows.some(({ type }) => type !== 'outline')
}
