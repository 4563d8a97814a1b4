import { isDeepStrictEqual } from 'node:util'

/** What the store and the model do not agree about. */
export class Difference extends Error {}

/** As JSON, so that what is undefined and what is not there are one. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

export const isSame = (store: unknown, model: unknown): boolean =>
  isDeepStrictEqual(plain(store), plain(model))

/** @throws Difference that names the first place at which they differ */
export function same(what: string, store: unknown, model: unknown): void {
  if (!isSame(store, model))
    throw new Difference(`${what}: ${firstDifference(plain(store), plain(model), '')}`)
}

type Members = Readonly<Record<string, unknown>>

const hasMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null

function firstDifference(store: unknown, model: unknown, path: string): string {
  if (hasMembers(store) && hasMembers(model) && Array.isArray(store) === Array.isArray(model)) {
    const keys = new Set([...Object.keys(store), ...Object.keys(model)])
    for (const key of keys)
      if (!isDeepStrictEqual(store[key], model[key]))
        return firstDifference(store[key], model[key], path === '' ? key : `${path}.${key}`)
  }
  const where = path === '' ? '' : `${path} is `
  return `${where}${short(store)} in the store and ${short(model)} in the model`
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'not there'
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
