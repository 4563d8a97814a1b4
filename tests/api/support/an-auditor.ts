import type { TrailPage } from '../../../src/contract/audit.ts'
import { personId } from '../../../src/domain/words/ids.ts'
import { businessManager, objectIdOf, TENANT } from './a-small-board.ts'
import { aChange } from './requests.ts'
import type { RunningApi } from './running-api.ts'
import { runningApi } from './running-api.ts'

export const auditor = personId('records-auditor')
export const deputyAuditor = personId('deputy-auditor')

/** The small board with somebody who audits it, and a deputy. */
export async function audited(
  overrides: Parameters<typeof runningApi>[0] = {},
): Promise<RunningApi> {
  const api = await runningApi(overrides)
  const change = async (action: string, content: Readonly<Record<string, unknown>>) => {
    const version = (await api.deps.board.current())?.version ?? 0
    await api.post(businessManager, `/api/board/${action}`, aChange(version, content))
  }
  for (const id of [auditor, deputyAuditor])
    await change('addPerson', {
      id,
      tenantId: TENANT,
      objectId: objectIdOf(id),
      name: `Name of the ${id.replace('-', ' ')}`,
      jobTitle: 'auditor',
      agency: 'board-office',
    })
  await change('appoint', {
    id: 'the-auditor',
    role: 'auditor',
    agency: null,
    holder: auditor,
    deputy: deputyAuditor,
  })
  return api
}

export type Line = TrailPage['rows'][number]

/** The lines that the auditor gets for a question such as `log=readings`. */
export async function linesFor(api: RunningApi, query = ''): Promise<readonly Line[]> {
  const { status, body } = await api.get(auditor, `/api/audit/lines?${query}`)
  if (status !== 200) throw new Error(`answered ${status}: ${body?.detail}`)
  return body.rows
}
