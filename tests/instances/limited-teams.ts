import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { titleOn } from '../support/card-reading.ts'

interface Limit {
  readonly sends: number
  readonly withinMs: number
}

// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, the lower ones of it.
const TO_ALL: readonly Limit[] = [{ sends: 30, withinMs: 1_000 }]
const TO_ONE: readonly Limit[] = [
  { sends: 7, withinMs: 1_000 },
  { sends: 8, withinMs: 2_000 },
  { sends: 60, withinMs: 30_000 },
]

interface Sent {
  readonly conversation: string
  readonly title: string
  /** When it arrived, in milliseconds. */
  readonly at: number
}

const areTooMany = (sent: readonly Sent[], limits: readonly Limit[], now: number) =>
  limits.some(({ sends, withinMs }) => sent.filter(({ at }) => at > now - withinMs).length >= sends)

/** Stands in for the connector of Teams, and refuses what is more than Teams says it takes. */
export async function startLimitedTeams() {
  const sent: Sent[] = []
  const refused: Sent[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    req.on('end', () => {
      const [, , , conversation = ''] = (req.url ?? '').split('/')
      const { attachments = [] } = JSON.parse(body) as {
        readonly attachments?: readonly { readonly content: unknown }[]
      }
      const title = titleOn(attachments[0]?.content)
      const now = performance.now()
      const message = { conversation: decodeURIComponent(conversation), title, at: now }
      const toOne = sent.filter((one) => one.conversation === message.conversation)
      const isRefused = areTooMany(sent, TO_ALL, now) || areTooMany(toOne, TO_ONE, now)
      const all = isRefused ? refused : sent
      all.push(message)
      res.writeHead(isRefused ? 429 : 200, {
        'content-type': 'application/json',
        ...(isRefused ? { 'retry-after': '1' } : {}),
      })
      res.end(isRefused ? '{}' : JSON.stringify({ id: `message-${sent.length}` }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    refused,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
