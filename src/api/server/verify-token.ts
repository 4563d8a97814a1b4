import type { IncomingMessage } from 'node:http'
import type { JWTPayload } from 'jose'
import { decodeJwt, errors, jwtVerify } from 'jose'
import { DomainError } from '../../domain/words/errors.ts'
import { accountId } from '../../domain/words/ids.ts'
import { beginning, oneLine } from '../../domain/words/text.ts'
import type { ProductionApiConfig } from './api-config.ts'
import type { Identity } from './caller.ts'
import { SignInProblem } from './sign-in-problem.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { TurnedAway } from './turned-away.ts'

const SCOPE = 'access_as_user'
const CLOCK_SKEW_S = 60
const NAME_AT_MOST = 200

/** Codes of jose for keys that could not be fetched. They say nothing about the token. */
const KEYS_OUT_OF_REACH = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'])

/**
 * Production: the account that an Entra token of the tab vouches for.
 * @throws SignInProblem, with the same words whatever was wrong with the token
 * @throws DomainError `unavailable` when Microsoft's signing keys cannot be had
 */
export async function verifyToken(
  { headers }: IncomingMessage,
  { entra, publicUrl }: ProductionApiConfig,
  keys: SigningKeys,
): Promise<Identity> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(headers.authorization ?? '')?.[1]
  const tenantId = token === undefined ? undefined : claimedTenant(token)
  // Not verified yet. It only chooses, from the list of tenants, whose keys must fit the signature.
  if (token === undefined)
    throw new SignInProblem(headers.authorization ? 'tab-no-tenant' : 'tab-no-token')
  if (tenantId === undefined) throw new SignInProblem('tab-no-tenant')
  if (!entra.allowedTenants.includes(tenantId)) throw new SignInProblem('tab-tenant')
  const claims = await verified(token, tenantId, keys, [
    entra.tabClientId,
    `api://${new URL(publicUrl).host}/${entra.tabClientId}`,
  ])
  const { tid, oid, scp, idtyp, name } = claims
  if (idtyp === 'app') throw new SignInProblem('tab-application')
  if (typeof scp !== 'string' || !scp.split(' ').includes(SCOPE))
    throw new SignInProblem('tab-scope')
  if (typeof oid !== 'string' || accountId(String(tid)) !== tenantId)
    throw new SignInProblem('tab-claims')
  if (isGuest(claims, tenantId) && !entra.allowGuests) throw new SignInProblem('tab-guest')
  const called = typeof name === 'string' ? beginning(oneLine(name), NAME_AT_MOST) : ''
  return {
    account: { tenantId, objectId: accountId(oid) },
    name: called || 'Name not given',
  }
}

function claimedTenant(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token)
    return typeof tid === 'string' ? accountId(tid) : undefined
  } catch {
    return undefined // not a token at all: refused like one of a tenant that is not listed
  }
}

async function verified(
  token: string,
  tenantId: string,
  keys: SigningKeys,
  audience: string[],
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys(tenantId), {
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['oid', 'tid', 'scp', 'exp'],
      clockTolerance: CLOCK_SKEW_S,
    })
    return payload
  } catch (cause) {
    if (cause instanceof errors.JOSEError && !KEYS_OUT_OF_REACH.has(cause.code))
      throw new SignInProblem(reasonOf(cause))
    throw new DomainError('unavailable', { why: 'signInKeys' }, { cause })
  }
}

const BY_CLAIM: Readonly<Record<string, TurnedAway>> = {
  aud: 'tab-audience',
  iss: 'tab-issuer',
  exp: 'tab-expired',
  nbf: 'tab-expired',
  scp: 'tab-scope',
}

const reasonOf = (problem: errors.JOSEError): TurnedAway =>
  problem instanceof errors.JWTClaimValidationFailed || problem instanceof errors.JWTExpired
    ? (BY_CLAIM[problem.claim] ?? 'tab-claims')
    : 'tab-signature'

/**
 * Whether the account belongs to another tenant. `acct` says so for certain, if the app
 * registration asks for that claim. Otherwise Entra names an identity provider other than the
 * tenant.
 */
function isGuest({ acct, idp }: JWTPayload, tenantId: string): boolean {
  if (acct !== undefined) return Number(acct) !== 0
  return idp !== undefined && !accountId(String(idp)).includes(tenantId)
}
