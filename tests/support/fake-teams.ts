import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { wordsOn } from './card-reading.ts'

/** A card or text that the bot sent into a conversation, as the stand-in connector got it. */
export interface SentActivity {
  readonly id: string
  readonly conversation: string
  /** The message it answers, or the bot's own that it replaces. */
  readonly to: string
  readonly text?: string
  readonly summary?: string
  readonly card?: Record<string, unknown>
  /** Everything a person reads of it. */
  readonly words: string
}

/** What the connector answers instead of taking a message. */
export interface Refusal {
  readonly status: number
  /** Refuses in this conversation only. */
  readonly in?: string
  readonly code?: string
  readonly retryAfter?: string
  /** Closes the connection without an answer. */
  readonly reset?: true
}

interface Wire {
  readonly text?: string
  readonly summary?: string
  readonly attachments?: readonly { readonly content: Record<string, unknown> }[]
}

/**
 * Stands in for the Bot connector of Teams, over HTTP on loopback: takes new messages, replies and
 * updates, gives ids, and can be told to refuse. A fake: what Teams itself does is known from its
 * documentation only.
 */
export async function startFakeTeams() {
  const sent: SentActivity[] = []
  const updates: SentActivity[] = []
  const refusals: Refusal[] = []
  const requests: string[] = []
  const waiting = new Set<() => void>()
  let ids = 0
  const refusalFor = (conversation: string): Refusal | undefined => {
    const place = refusals.findIndex((one) => one.in === undefined || one.in === conversation)
    return place < 0 ? undefined : refusals.splice(place, 1)[0]
  }
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    req.on('end', () => {
      requests.push(`${req.method} ${req.url}`)
      const match = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(req.url ?? '')
      const conversation = decodeURIComponent(match?.[1] ?? '')
      const refusal = refusalFor(conversation)
      if (refusal?.reset) return void req.socket.destroy()
      if (refusal) {
        const headers = refusal.retryAfter ? { 'retry-after': refusal.retryAfter } : {}
        res.writeHead(refusal.status, { 'content-type': 'application/json', ...headers })
        return void res.end(JSON.stringify({ error: { code: refusal.code ?? '', message: 'no' } }))
      }
      if (!match) {
        res.statusCode = 404
        return void res.end()
      }
      const wire = JSON.parse(body) as Wire
      ids += 1
      const isUpdate = req.method === 'PUT'
      const activity: SentActivity = {
        id: isUpdate ? decodeURIComponent(match[2] ?? '') : `message-${ids}`,
        conversation,
        to: decodeURIComponent(match[2] ?? ''),
        ...(wire.text ? { text: wire.text } : {}),
        ...(wire.summary ? { summary: wire.summary } : {}),
        ...(wire.attachments?.[0] ? { card: wire.attachments[0].content } : {}),
        words: wire.text ?? wordsOn(wire.attachments?.[0]?.content),
      }
      if (isUpdate) updates.push(activity)
      else sent.push(activity)
      for (const look of waiting) look()
      res.writeHead(200, { 'content-type': 'application/json' })
      res.end(JSON.stringify({ id: activity.id }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    updates,
    /** Method and address of every request, taken or refused. */
    requests,
    refuseNext: (...next: readonly Refusal[]) => {
      refusals.push(...next)
    },
    refuseNoMore: () => {
      refusals.length = 0
    },
    /** Resolves once this is true of what has arrived. */
    until: (isSo: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!isSo()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type FakeTeams = Awaited<ReturnType<typeof startFakeTeams>>
