import { z } from 'zod'
import { fetchAnswer } from '../api/fetch-answer.ts'
import type { Host } from '../host/host.ts'
import { openHost } from '../host/open-host.ts'
import { goToDeepLink } from '../route/go-to-deep-link.ts'

const Config = z.object({ mode: z.enum(['local', 'production']) })

export interface Started {
  readonly mode: z.output<typeof Config>['mode']
  readonly host: Host
}

const configuration = (signal: AbortSignal) =>
  fetchAnswer(`${import.meta.env.BASE_URL}config.json`, Config, async () => ({}), signal)

/** Finds out the mode of the service, opens the host, and goes where a link leads. */
export async function startUp(signal: AbortSignal): Promise<Started> {
  const { mode } = await configuration(signal)
  const host = await openHost(mode)
  goToDeepLink(host.place)
  return { mode, host }
}
