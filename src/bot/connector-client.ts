/** No answer to one of our messages may take longer: a turn is sent again after 15 seconds. */
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

function codeIn(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    const code = (parsed as { error?: { code?: unknown } }).error?.code
    return typeof code === 'string' ? code : ''
  } catch {
    return '' // not JSON: the status has to do
  }
}

/** The request as the SDK's HTTP layer hands it over, and the answer as it wants it: what we use. */
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

/**
 * The way out to the Bot connector, with a time limit and without retries. The SDK's own retries
 * wait as long as the service says inside the turn, and repeat a message after a 502 although it
 * may have arrived; refusing with an error it does not know keeps it from both. What is to be sent
 * again is decided where deliveries are kept.
 * @throws ConnectorRefusal for every answer of 400 and above, and for no answer in time
 */
export function createConnectorClient(timeoutMs = TIMEOUT_MS): ConnectorClient {
  return {
    async sendRequest(request) {
      const { url, method, body } = request
      const noAnswer = (cause: unknown): never => {
        throw new ConnectorRefusal(0, 'NoAnswer', null, { cause })
      }
      const response = await fetch(url, {
        method,
        headers: request.headers.rawHeaders(),
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body }),
      }).catch(noAnswer)
      const bodyAsText = await response.text().catch(noAnswer)
      if (response.status >= 400)
        throw new ConnectorRefusal(
          response.status,
          codeIn(bodyAsText),
          retryAfterMs(response.headers.get('retry-after')),
        )
      const headers = Object.fromEntries(response.headers)
      return { request, status: response.status, bodyAsText, headers: { toJson: () => headers } }
    },
  }
}
