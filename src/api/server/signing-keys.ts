import type { JWTVerifyGetKey } from 'jose'
import { createRemoteJWKSet } from 'jose'

/** The signing keys of a tenant's tokens. Only asked for allowed tenants. */
export type SigningKeys = (tenantId: string) => JWTVerifyGetKey

const PATIENCE_MS = 5_000
/** How long a withdrawn key may still be accepted. An unknown key is looked up at once. */
const KEPT_MS = 12 * 60 * 60_000

/** The keys as Microsoft Entra publishes them, kept and renewed for each tenant. */
export function entraSigningKeys(): SigningKeys {
  const byTenant = new Map<string, JWTVerifyGetKey>()
  return (tenantId) => {
    const known = byTenant.get(tenantId)
    if (known) return known
    const keys = createRemoteJWKSet(
      new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`),
      { timeoutDuration: PATIENCE_MS, cacheMaxAge: KEPT_MS },
    )
    byTenant.set(tenantId, keys)
    return keys
  }
}
