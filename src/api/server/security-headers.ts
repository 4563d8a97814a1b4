import type { ServerResponse } from 'node:http'

/** The hosts of Microsoft 365 that may frame the tab, as Microsoft lists them. */
const FRAME_ANCESTORS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
].join(' ')

const policy = (directives: Readonly<Record<string, string>>) =>
  Object.entries({
    ...directives,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': FRAME_ANCESTORS,
  })
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')

/** What each kind of answer may load. */
export const CONTENT_POLICY = {
  /** Data may load nothing. */
  none: policy({ 'default-src': "'none'" }),
  /** Pages of ours with an inline style sheet and no script. */
  page: policy({ 'default-src': "'none'", 'style-src': "'unsafe-inline'" }),
  /** The tab. Fluent writes styles into the page; teams-js fetches the list of Teams hosts. */
  tab: policy({
    'default-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': "'self' https://res.cdn.office.net",
    'img-src': "'self' data:",
    'object-src': "'none'",
  }),
} as const

const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_POLICY.none,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

const ONE_YEAR_S = 31_536_000

/**
 * Sets the headers of every answer, refusals included. X-Frame-Options is left out: it takes no
 * list, and either of its values would keep the tab out of Teams.
 */
export function setSecurityHeaders(res: ServerResponse, mode: 'local' | 'production'): void {
  for (const [name, value] of Object.entries(ALWAYS)) res.setHeader(name, value)
  if (mode === 'production') res.setHeader('Strict-Transport-Security', `max-age=${ONE_YEAR_S}`)
}
