import type { Node } from './activity/node-in.ts'
import { nodeIn, textIn } from './activity/node-in.ts'
import { isLoopback } from './loopback.ts'

/** Time limit for sending one message. A turn is sent again after 15 seconds. */
const TIMEOUT_MS = 8_000

/** What the Bot connector answered instead of taking a message. */
export class ConnectorRefusal extends Error {
  /** 0 when there was no answer: refused, reset or timed out. */
  readonly status: number
  /** The connector's own code, such as `ConversationBlockedByUser`; '' when it gave none. */
  readonly code: string
  readonly retryAfterMs: number | null

  constructor(status: number, code: string, retryAfterMs: number | null, options?: ErrorOptions) {
    super(`connector answered ${status} ${code}`.trim(), options)
    this.name = 'ConnectorRefusal'
    this.status = status
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

function retryAfterMs(header: string | null): number | null {
  if (header === null) return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

/** What a service answered; empty if it is no JSON, so that only the status counts. */
function nodeOf(body: string): Node {
  try {
    return nodeIn(JSON.parse(body))
  } catch {
    return {}
  }
}

/** The parts we use of the request and answer of the SDK's HTTP layer. */
interface WireRequest {
  readonly url: string
  readonly method: string
  readonly body?: string
  readonly headers: { rawHeaders(): Record<string, string> }
}
interface WireResponse {
  readonly request: WireRequest
  readonly status: number
  readonly bodyAsText: string
  readonly headers: { toJson(): Record<string, string> }
}
interface ConnectorClient {
  sendRequest(request: WireRequest): Promise<WireResponse>
}

/** Where a message may be sent. A token and somebody's message go with it. */
const isAllowed = (address: string, toLoopback: boolean): boolean =>
  URL.canParse(address) &&
  (new URL(address).protocol === 'https:' || (toLoopback && isLoopback(address)))

/**
 * Sends to the Bot connector with a time limit, no retries and no redirects. The SDK's retries wait
 * inside the turn and may repeat a message after a 502; an error it does not know switches them
 * off. The delivery job decides what is sent again.
 * @throws ConnectorRefusal for any answer without the id of the message, and for no answer in time
 */
export function createConnectorClient({
  timeoutMs = TIMEOUT_MS,
  toLoopback = false,
}: {
  readonly timeoutMs?: number | undefined
  /** Also allows an address of this machine without TLS, where no channel vouches for anybody. */
  readonly toLoopback?: boolean
} = {}): ConnectorClient {
  return {
    async sendRequest(request) {
      const { url, method, body } = request
      const noAnswer = (cause: unknown): never => {
        throw new ConnectorRefusal(0, 'NoAnswer', null, { cause })
      }
      if (!isAllowed(url, toLoopback)) throw new ConnectorRefusal(0, 'AddressNotAllowed', null)
      const response = await fetch(url, {
        method,
        headers: request.headers.rawHeaders(),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body }),
      }).catch(noAnswer)
      const bodyAsText = await response.text().catch(noAnswer)
      const answer = nodeOf(bodyAsText)
      if (!response.ok)
        throw new ConnectorRefusal(
          response.status,
          textIn(nodeIn(answer['error'])['code']),
          retryAfterMs(response.headers.get('retry-after')),
        )
      // For example a page of a proxy in between, which took nothing.
      if (textIn(answer['id']) === '')
        throw new ConnectorRefusal(response.status, 'NoMessageId', null)
      const headers = Object.fromEntries(response.headers)
      return { request, status: response.status, bodyAsText, headers: { toJson: () => headers } }
    },
  }
}
