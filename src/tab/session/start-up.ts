import { z } from 'zod'
import { ApiProblem } from '../api/api-problem.ts'
import { readAnswer } from '../api/read-answer.ts'
import type { Host } from '../host/host.ts'
import { openHost } from '../host/open-host.ts'
import { goToDeepLink } from '../route/go-to-deep-link.ts'

const Config = z.object({ mode: z.enum(['local', 'production']) })

export interface Started {
  readonly mode: z.output<typeof Config>['mode']
  readonly host: Host
}

const PATIENCE_MS = 30_000

async function configuration(signal: AbortSignal) {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
  const answer = await fetch(`${import.meta.env.BASE_URL}config.json`, { signal: inTime }).catch(
    (cause: unknown) => {
      throw new ApiProblem({
        code: 'offline',
        detail: 'We cannot reach the service. Check your connection, then try again.',
        cause,
      })
    },
  )
  return readAnswer(answer, Config)
}

/** Finds out which mode the service runs in, opens the host, and goes where a link leads. */
export async function startUp(signal: AbortSignal): Promise<Started> {
  const { mode } = await configuration(signal)
  const host = await openHost(mode)
  goToDeepLink(host.place)
  return { mode, host }
}
