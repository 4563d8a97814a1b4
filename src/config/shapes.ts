import { z } from 'zod'

// What the values of settings look like.

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
export const A_GUID = 'a GUID such as 1b9e6f0c-53a1-4c8e-9d42-7f60a1c2b3d4'

/** Entra writes ids in lower case; people copy them in either. */
export const Guid = z
  .string()
  .regex(GUID)
  .transform((text) => text.toLowerCase())

/** The tenant of all personal Microsoft accounts. */
const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad'

export const GuidList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(Guid).min(1))
  .refine((tenants) => !tenants.includes(PERSONAL_ACCOUNTS))

export const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535))

export const HttpsOrigin = z
  .url({ protocol: /^https$/ })
  .transform((text) => new URL(text))
  .refine(({ pathname, search, hash, username }) =>
    [pathname, search, hash, username].every((part) => part === '' || part === '/'),
  )
  .transform(({ origin }) => origin)

export const SomePerson = z
  .string()
  .regex(/^[^/]+\/[^/]+\/.*\S/)
  .transform((text) => {
    const [tenantId = '', objectId = '', ...name] = text.split('/')
    return { tenantId, objectId, name: name.join('/').trim() }
  })
  .pipe(z.object({ tenantId: Guid, objectId: Guid, name: z.string().max(200) }))

export const Words = z.string().max(200)

/** Stands for a secret in the example file, which everybody can read. */
const IN_THE_EXAMPLE = 'take-it-from-where-your-secrets-are-kept'

export const Secret = z.string().refine((text) => text !== IN_THE_EXAMPLE)
