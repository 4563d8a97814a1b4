import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export const APP_ID = '7c1d0a52-6b4e-4d8f-9a3c-0f5e2b7d8c91'
const ISSUER = 'https://channel.example'

interface TokenParts {
  readonly issuer?: string
  readonly audience?: string
  readonly serviceUrl?: string
  /** In seconds from now. */
  readonly expiresIn?: number
  readonly validFrom?: number
  readonly signedBy?: 'channel' | 'stranger'
  readonly kid?: string
}

/**
 * Stands in for the Bot Service, where it publishes its keys, and signs as it does. With it the
 * SDK's real check of tokens runs on this machine alone.
 */
export async function startFakeChannel() {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const stranger = await generateKeyPair('RS256')
  const jwk = await exportJWK(publicKey)
  const keys = [
    { ...jwk, kid: 'teams', endorsements: ['msteams'] },
    { ...jwk, kid: 'every-channel', endorsements: ['msteams', 'webchat', 'directline'] },
  ]
  const state = { isUp: true }
  const server = createServer((req, res) => {
    res.statusCode = state.isUp ? 200 : 503
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify(req.url === '/keys' ? { keys } : { jwks_uri: `${url}/keys` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    /** What makes the bot ask here: all of these have to be given together. */
    settings: {
      ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromChannelTokenIssuer: ISSUER,
      ToChannelFromBotLoginUrl: `${url}/login`,
      ToChannelFromBotOAuthScope: 'https://channel.example/.default',
      OAuthUrl: `${url}/oauth`,
      CallerId: 'urn:test',
    },
    /** Whether the keys can be fetched. */
    state,
    token: ({
      issuer = ISSUER,
      audience = APP_ID,
      serviceUrl = '',
      expiresIn = 3600,
      validFrom = -60,
      signedBy = 'channel',
      kid = 'teams',
    }: TokenParts = {}) => {
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setNotBefore(now + validFrom)
        .setExpirationTime(now + expiresIn)
        .sign(signedBy === 'channel' ? privateKey : stranger.privateKey)
    },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
