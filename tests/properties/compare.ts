import { isDeepStrictEqual } from 'node:util'

/** What the two stores do not agree about. */
export class Difference extends Error {}

/** As JSON, so that what is undefined and what is not there are one. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

export const isSame = (store: unknown, other: unknown): boolean =>
  isDeepStrictEqual(plain(store), plain(other))

/** @throws Difference that names the first place at which they differ */
export function same(what: string, store: unknown, other: unknown): void {
  if (!isSame(store, other))
    throw new Difference(`${what}: ${firstDifference(plain(store), plain(other), '')}`)
}

const hasMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function firstDifference(store: unknown, other: unknown, path: string): string {
  if (hasMembers(store) && hasMembers(other) && Array.isArray(store) === Array.isArray(other)) {
    const keys = new Set([...Object.keys(store), ...Object.keys(other)])
    for (const key of keys)
      if (!isDeepStrictEqual(store[key], other[key]))
        return firstDifference(store[key], other[key], path === '' ? key : `${path}.${key}`)
  }
  const where = path === '' ? '' : `${path} is `
  return `${where}${short(store)} in the store and ${short(other)} in the other`
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'not there'
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
