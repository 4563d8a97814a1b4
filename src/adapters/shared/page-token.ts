import { DomainError } from '../../domain/words/errors.ts'

type Key = readonly (string | number)[]

/** The sort key of the last row of a page, as opaque text. */
export const pageToken = (key: Key): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/**
 * @param types the types of this order's key
 * @throws DomainError `incomplete` with need `after` when the token does not belong to this order
 */
export function readPageToken(token: string, types: readonly ('string' | 'number')[]): Key {
  const key = parsed(Buffer.from(token, 'base64url').toString())
  if (!isKey(key, types))
    throw new DomainError('incomplete', {
      missing: [{ need: 'after', say: 'This page is not there any more. Open the list again.' }],
    })
  return key
}

const isKey = (key: unknown, types: readonly string[]): key is Key =>
  Array.isArray(key) &&
  key.length === types.length &&
  key.every((part, index) => typeof part === types[index])

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined // anything that is not a key of this order is refused by the caller
  }
}
