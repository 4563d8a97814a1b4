import type { Clock } from '../../ports/clock.ts'
import type { Log } from './log.ts'
import { seldom } from './seldom.ts'

/**
 * Why somebody is turned away at a door, and what that means for the operator. People are told
 * less: the sender of a token must not learn what is wrong with it.
 */
const SAY = {
  'tab-no-token':
    'A request to the API had no token. From the tab this does not happen; monitoring should ask /healthz and /readyz.',
  'tab-no-tenant': 'A request to the API had a token that cannot be read, or is of no tenant.',
  'tab-tenant':
    'Somebody of a tenant that ALLOWED_TENANTS does not list opened the tab. Look for a typing error in it if this organisation is on the board.',
  'tab-expired':
    'A token of the tab had run out, or was not valid yet. If this goes on, look at the clock of this machine.',
  'tab-audience':
    'A token was issued for another application. TAB_CLIENT_ID and PUBLIC_URL have to be those of the app registration that the tab signs in with.',
  'tab-issuer':
    'A token was issued by somebody else than version 2 of Microsoft Entra. Set requestedAccessTokenVersion to 2 in the manifest of the app registration.',
  'tab-signature': 'A token was not signed by Microsoft Entra as it says.',
  'tab-scope':
    'A token does not have the scope access_as_user. Add the scope to the app registration, and let Teams use it.',
  'tab-application': 'An application asked with a token of its own. Only people are let in.',
  'tab-claims': 'A token does not say whose it is.',
  'tab-guest':
    'A guest of an allowed tenant opened the tab. ALLOW_GUESTS=on lets guests in, if that is what the board wants.',
  'tab-left': 'Somebody whom the board has down as having left opened the tab.',
  'tab-act-as': 'A request said X-Act-As, which is only for local mode.',
  'bot-no-token':
    'A request to /api/messages had no token. Teams always sends one; somebody else sent this.',
  'bot-token':
    'A request to /api/messages had a token that was not taken. If people get no answer in Teams, compare BOT_APP_ID with the Azure Bot resource, and look at the clock of this machine.',
  'bot-no-account': 'A message did not say which account it is from, or of which tenant.',
  'bot-channel':
    'A message came over another channel than Teams. Switch the other channels off at the Azure Bot resource.',
  'bot-tenant':
    'Somebody of a tenant that ALLOWED_TENANTS does not list wrote to the bot. Look for a typing error in it if this organisation is on the board.',
  'bot-guest':
    'A guest of an allowed tenant wrote to the bot. ALLOW_GUESTS=on lets guests in, if that is what the board wants.',
  'metrics-off': 'Somebody asked for /metrics, which are served once METRICS_TOKEN is set.',
  'metrics-token': 'Somebody asked for /metrics without the token that METRICS_TOKEN says.',
  'local-forwarded':
    'A request was passed on by a proxy or a tunnel. Local mode lets everybody in as anyone, so it answers this machine alone. Set MODE=production, or take the proxy or tunnel away.',
  'local-host':
    'A request asked for another name than this machine’s. Local mode answers at 127.0.0.1 and localhost alone; set MODE=production where others should reach it.',
} as const

export type TurnedAway = keyof typeof SAY

/** Warns the operator once an hour for each reason. Holds nothing from the request. */
export function warnOfTurnedAway(log: Log, clock: Clock): (reason: TurnedAway) => void {
  const isDue = seldom<TurnedAway>(clock)
  return (reason) => {
    if (isDue(reason)) log({ level: 'warn', code: 'turned-away', reason, say: SAY[reason] })
  }
}
