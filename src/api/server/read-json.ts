import type { IncomingMessage } from 'node:http'
import { ApiProblem } from './api-problem.ts'

export const API_BODY_LIMIT = 64 * 1024
/** A spreadsheet of a million characters, as JSON writes it. */
export const SHEET_BODY_LIMIT = 3 * 1024 * 1024
export const MESSAGE_BODY_LIMIT = 256 * 1024

/** A body that goes on beyond this is not drained; the connection is closed. */
const DRAIN_AT_MOST = 16 * 1024 * 1024
/** Deeper than any card or form. Later code walks a body by recursion. */
const DEEPEST = 64

const malformed = (detail: string) => new ApiProblem(400, 'malformed', detail)

const tooLarge = (limit: number) =>
  new ApiProblem(413, 'too-large', `This is too large: at most ${limit / 1024} KiB are taken.`)

/**
 * Reads a JSON object. Refuses as soon as the limit is passed. A reader of our own, because
 * restify's counts bytes before unpacking, reads everything before refusing, and answers with the
 * parser's message.
 * @param limit in bytes
 * @throws ApiProblem `malformed`, `too-large` or `unsupported`
 */
export async function readJson(
  req: IncomingMessage,
  limit: number,
): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? ''))
    throw new ApiProblem(415, 'unsupported', 'Send JSON, with the content type application/json.')
  if (Number(req.headers['content-length'] ?? 0) > limit) {
    drain(req)
    throw tooLarge(limit)
  }
  const body = parsed(await bytesOf(req, limit))
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw malformed('Send a JSON object.')
  if (!isPlain(body, DEEPEST)) throw malformed('This JSON is not of a kind that is taken here.')
  return body as Record<string, unknown> // an object that is not an array, as was just seen
}

function bytesOf(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) {
        chunks.push(chunk)
        return
      }
      req.off('data', take)
      chunks.length = 0
      drain(req)
      reject(tooLarge(limit))
    }
    req.on('data', take)
    const endedEarly = () => reject(malformed('The request ended before its body did.'))
    req.once('end', () => {
      req.off('close', endedEarly)
      resolve(Buffer.concat(chunks))
    })
    req.once('close', endedEarly)
    req.once('error', endedEarly)
  })
}

/**
 * Reads the rest of a refused body and drops it, so that the answer reaches a sender still sending.
 */
function drain(req: IncomingMessage) {
  let size = 0
  req.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > DRAIN_AT_MOST) req.destroy()
  })
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // The parser quotes what it read, so its message is not passed on.
    throw malformed('This is not JSON. Check how the request was put together.')
  }
}

/** At most `depth` deep, and without the key that other code may take for a prototype. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every((inner) => isPlain(inner, depth - 1))
}
