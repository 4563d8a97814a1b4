import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import { createDefaultHttpClient } from '@azure/core-rest-pipeline'

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

function retryAfterMs(header: string | undefined): number | null {
  if (header === undefined) return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

function codeIn(body: string | null | undefined): string {
  try {
    const parsed: unknown = JSON.parse(body ?? '')
    const code = (parsed as { error?: { code?: unknown } }).error?.code
    return typeof code === 'string' ? code : ''
  } catch {
    return '' // not JSON: the status has to do
  }
}

/**
 * The way out to the Bot connector, with a time limit and without retries. The SDK's own retries
 * wait as long as the service says inside the turn, and repeat a message after a 502 although it
 * may have arrived; refusing with an error it does not know keeps it from both. What is to be sent
 * again is decided where deliveries are kept.
 */
export function createConnectorClient(timeoutMs = TIMEOUT_MS): HttpClient {
  const client = createDefaultHttpClient()
  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      request.timeout = timeoutMs
      const response = await client.sendRequest(request).catch((cause: unknown) => {
        throw new ConnectorRefusal(0, 'NoAnswer', null, { cause })
      })
      if (response.status < 400) return response
      throw new ConnectorRefusal(
        response.status,
        codeIn(response.bodyAsText),
        retryAfterMs(response.headers.get('retry-after')),
      )
    },
  }
}
