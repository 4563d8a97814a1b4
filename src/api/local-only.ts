import type { IncomingMessage } from 'node:http'

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** What proxies, tunnels and clouds write into a request they pass on. */
const PASSED_ON = [
  /^(x-)?forwarded(-.+)?$/,
  /^(via|cdn-loop|x-original-.+|x-proxy.+|proxy-.+)$/,
  /^(x-real-ip|.*client-ip|.*connecting-ip|.*client-port)$/,
  // Cloudflare, Envoy, Azure App Service and Front Door, AWS, App Engine, ngrok, Tailscale.
  /^(cf|x-envoy|x-arr|x-azure|x-amzn?|x-appengine|ngrok|tailscale)-.+$/,
]

/** What whoever asks reads: it is the same for every reason. */
export const LOCAL_ONLY =
  'Learning Loop runs in local mode here, which is for trying it out on this machine alone: open it at http://127.0.0.1 or http://localhost. If it should be reached from elsewhere, ask whoever runs it to set MODE=production.'

export type LocalHindrance = 'local-forwarded' | 'local-host'

/**
 * Why local mode does not answer a request, which it would take for one of the person at this machine.
 * The listener is on loopback, but a proxy or a tunnel on this machine comes from loopback, too.
 */
export function localHindrance({ headers }: IncomingMessage): LocalHindrance | undefined {
  const isPassedOn = (name: string) => PASSED_ON.some((pattern) => pattern.test(name))
  if (Object.keys(headers).some(isPassedOn)) return 'local-forwarded'
  // A page from elsewhere whose name was made to lead to this machine names itself here.
  return LOOPBACK_HOST.test(headers.host ?? '') ? undefined : 'local-host'
}
