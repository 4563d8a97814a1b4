import type { Request, Response as WebResponse } from 'botbuilder'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import type { Messenger } from '../ports/messenger.ts'
import { createConnectorClient } from './connector-client.ts'
import { createMessenger } from './messenger.ts'
import { isActivity } from './read-activity.ts'
import { createTeamsBot } from './teams-bot.ts'
import type { BotDeps } from './turn.ts'

/** How the bot proves who it is, and checks who calls it. */
export type BotCredentials =
  | {
      readonly type: 'SingleTenant'
      readonly appId: string
      readonly tenantId: string
      readonly password: string
    }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string }

export interface BotOptions {
  /** `null` in local mode only: then nothing is checked, and the listener is on loopback. */
  readonly credentials: BotCredentials | null
  readonly allowedTenants: readonly string[] | null
  readonly onDefect: (error: unknown) => string
  readonly timeoutMs?: number
  /** Where tests keep the channel's signing keys and token issuer, instead of Microsoft's. */
  readonly channel?: Readonly<Record<string, string>>
}

export interface Bot {
  /** Answers a request to `/api/messages` whose body has been read already. */
  handle(request: Request, response: WebResponse): Promise<void>
  readonly messenger: Messenger
}

/** The bot on the Bot Framework: the only place that knows how it is hosted. */
export function createBot(deps: BotDeps, options: BotOptions): Bot {
  const { credentials } = options
  const auth = new ConfigurationBotFrameworkAuthentication(
    credentials
      ? {
          MicrosoftAppId: credentials.appId,
          MicrosoftAppType: credentials.type,
          MicrosoftAppTenantId: credentials.tenantId,
          ...(credentials.type === 'SingleTenant'
            ? { MicrosoftAppPassword: credentials.password }
            : {}),
          ...options.channel,
        }
      : {},
    undefined,
    undefined,
    undefined,
    // Typed after a library the SDK no longer uses; our client is shaped for the one it does.
    { httpClient: createConnectorClient(options.timeoutMs) as never },
  )
  const adapter = new CloudAdapter(auth)
  const onTurn = createTeamsBot(deps, options)
  return {
    async handle(request, response) {
      if (!isActivity(request.body)) return answer(response, 400)
      if (!credentials && !isLoopback(request.body)) return answer(response, 400)
      const turn = { wasReached: false, hasFailed: false }
      const { seen, capture } = capturing(response)
      await adapter.process(request, capture, async (context) => {
        turn.wasReached = true
        try {
          await onTurn(context)
        } catch (error) {
          // Taken here because the SDK prints whatever an error says.
          turn.hasFailed = true
          options.onDefect(error)
        }
      })
      // So that the channel sees a failure and sends the activity again.
      if (turn.hasFailed) return answer(response, 500)
      const status = seen.status ?? 200
      // A bad signature is a 500 to the SDK. What never reached a turn was not let in.
      if (status >= 400) return answer(response, turn.wasReached ? status : 401)
      response.status(status)
      response.send(seen.body)
      response.end()
    },
    messenger: createMessenger(deps, adapter, { appId: credentials?.appId ?? '', ...options }),
  }
}

/** Takes down what the SDK would answer, so that its error texts never leave. */
function capturing(response: WebResponse) {
  const seen: { status?: number; body?: unknown } = {}
  const capture: WebResponse = {
    socket: response.socket,
    status: (code: number) => {
      seen.status = code
    },
    header: (name: string, value: unknown) => response.header(name, value),
    send: (body: unknown) => {
      seen.body = body
    },
    end: () => undefined,
  }
  return { seen, capture }
}

/**
 * Without credentials nobody vouches for an activity, and its `serviceUrl` is where the bot sends
 * its answer: only this machine may be named there.
 */
function isLoopback(body: unknown): boolean {
  const { serviceUrl } = (body ?? {}) as { serviceUrl?: unknown }
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false
  const { hostname } = new URL(serviceUrl)
  return ['localhost', '[::1]'].includes(hostname) || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

const SAY: Readonly<Record<number, string>> = {
  400: 'This is not a message the bot can read.',
  401: 'The bot does not know who sent this.',
}

function answer(response: WebResponse, status: number): void {
  response.status(status)
  response.send({ title: SAY[status] ?? 'The bot could not answer. Send it again.' })
  response.end()
}
