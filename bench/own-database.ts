import { randomUUID } from 'node:crypto'

/** The server's address with a database of this run, which is dropped at its end. */
export function ownDatabase(uri: string): string {
  const parts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri)
  if (!parts)
    throw new Error('This is no address of a MongoDB server, such as mongodb://127.0.0.1:27017.')
  return `${parts[1]}/learning-loop-bench-${randomUUID().slice(0, 8)}${parts[2] ?? ''}`
}
