import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { SigningKeys } from '../../../src/api/server/signing-keys.ts'
import type { PersonId } from '../../../src/domain/words/ids.ts'
import { objectIdOf, TENANT } from './a-small-board.ts'

export const TAB_CLIENT_ID = 'a7d4e2b1-9c38-4f60-b5d7-3e8f1a2c4d5b'
export const PUBLIC_HOST = 'loop.board.example'

const KID = 'the-test-key'
const { privateKey, publicKey } = await generateKeyPair('RS256')
const strangers = await generateKeyPair('RS256')
const jwks = createLocalJWKSet({
  keys: [{ ...(await exportJWK(publicKey)), kid: KID, alg: 'RS256', use: 'sig' }],
})

/** The tenants whose keys were asked for. */
export const tenantsAsked: string[] = []

/** Stands in for Entra, where it publishes a tenant's keys. */
export const testKeys: SigningKeys = (tenantId) => {
  tenantsAsked.push(tenantId)
  return jwks
}

interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly issuer?: string
  readonly audience?: string
  /** In seconds from now. */
  readonly expiresIn?: number
  readonly signedBy?: 'us' | 'stranger'
}

/** A token as the tab gets it for somebody of the small board. */
export const tokenFor = (
  person: PersonId,
  { claims = {}, issuer, audience = TAB_CLIENT_ID, expiresIn = 3600, signedBy }: TokenParts = {},
): Promise<string> =>
  new SignJWT({
    tid: TENANT,
    oid: objectIdOf(person),
    scp: 'access_as_user',
    name: 'A name from the token',
    roles: ['chair'],
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: KID, typ: 'JWT' })
    .setIssuer(issuer ?? `https://login.microsoftonline.com/${TENANT}/v2.0`)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
    .sign(signedBy === 'stranger' ? strangers.privateKey : privateKey)

/** The same claims with a header that asks for no signature. */
export const unsigned = (token: string): string => {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
  return `${header}.${token.split('.')[1]}.`
}
