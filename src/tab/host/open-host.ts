import { ApiProblem } from '../api/api-problem.ts'
import { browserHost } from './browser-host.ts'
import type { Host } from './host.ts'

const PATIENCE_MS = { local: 2_000, production: 10_000 } as const

/**
 * Opens Teams if the page is in Teams. In local mode a browser will do.
 * @throws ApiProblem in production outside Teams, where nobody can be signed in
 */
export async function openHost(mode: 'local' | 'production'): Promise<Host> {
  if (mode === 'local' && window.parent === window) return browserHost
  try {
    const { openTeamsHost } = await import('./teams-host.ts')
    return await openTeamsHost(PATIENCE_MS[mode])
  } catch (cause) {
    if (mode === 'local') return browserHost
    throw new ApiProblem({
      code: 'outside-teams',
      detail: 'This page works inside Microsoft Teams. Open Learning Loop there, or try again.',
      cause,
    })
  }
}
