import type { IncomingMessage } from 'node:http'

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** Headers that proxies, tunnels and clouds add to a request they pass on. */
const PASSED_ON = [
  /^(x-)?forwarded(-.+)?$/,
  /^(via|cdn-loop|x-original-.+|x-proxy.+|proxy-.+)$/,
  /^(x-real-ip|.*client-ip|.*connecting-ip|.*client-port|max-forwards)$/,
  /^(x-host|x-http-host-override|x-rewrite-url|x-scheme|x-url-scheme|front-end-https)$/,
  // Cloudflare, CloudFront, Envoy, Azure App Service and Front Door, AWS, App Engine, Fastly, Akamai, Fly,
  // Vercel, nginx, dev tunnels, ngrok, Tailscale, and clusters of all kinds.
  /^(cf|cloudfront|x-envoy|x-arr|x-azure|x-fd|x-amzn?|x-appengine|x-cloud|fastly|x-?akamai|akamai)-.+$/,
  /^(fly|x-vercel|x-nginx|x-tunnel|x-cluster|x-remote|ngrok|tailscale)-.+$/,
]

/** Read by the person who asks. The same for every reason. */
export const LOCAL_ONLY =
  'Learning Loop runs in local mode here, which is for trying it out on this machine alone: open it at http://127.0.0.1 or http://localhost. If it should be reached from elsewhere, ask whoever runs it to set MODE=production.'

export type LocalHindrance = 'local-forwarded' | 'local-host'

/**
 * Why local mode does not answer a request. It would take it for one of the person at this machine.
 * The listener is on loopback, but so is a proxy or tunnel on this machine.
 */
export function localHindrance({
  headers,
  rawHeaders,
  url = '',
}: IncomingMessage): LocalHindrance | undefined {
  const isPassedOn = (name: string) => PASSED_ON.some((pattern) => pattern.test(name))
  if (Object.keys(headers).some(isPassedOn)) return 'local-forwarded'
  // Only a request to a proxy names a whole address. `*` asks about the server itself.
  if (!url.startsWith('/') && url !== '*') return 'local-forwarded'
  const isHost = (name: string, place: number) => place % 2 === 0 && /^host$/i.test(name)
  if (rawHeaders.filter(isHost).length !== 1) return 'local-host'
  // A page from elsewhere, under a name that was made to lead to this machine, is recognised by
  // that name.
  return LOOPBACK_HOST.test(headers.host ?? '') ? undefined : 'local-host'
}
