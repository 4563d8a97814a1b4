import type { JWTVerifyGetKey } from 'jose'
import { createRemoteJWKSet } from 'jose'

/** The keys that a tenant's tokens are signed with. Only ever asked for tenants that are allowed. */
export type SigningKeys = (tenantId: string) => JWTVerifyGetKey

const PATIENCE_MS = 5_000
/** An unknown key is looked up at once, so this only bounds how long a withdrawn one is taken. */
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
