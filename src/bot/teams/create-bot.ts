import type { Activity, Request, TurnContext, Response as WebResponse } from 'botbuilder'
import { CloudAdapter } from 'botbuilder'
import type { Messenger } from '../../ports/messenger.ts'
import type { BotDeps } from '../talk/turn.ts'
import { isActivity } from './activity/is-activity.ts'
import type { BotCredentials, Patience } from './channel-auth.ts'
import { channelAuth, isOurTrouble } from './channel-auth.ts'
import type { LocalChat } from './local-chat.ts'
import { createLocalChat } from './local-chat.ts'
import { isLoopback } from './loopback.ts'
import { createMessenger } from './messenger.ts'
import { createTeamsBot } from './teams-bot.ts'
import type { Door } from './turned-away.ts'

export interface BotOptions extends Door {
  /** `null` in local mode only. Then nothing is checked, and the listener is on loopback. */
  readonly credentials: BotCredentials | null
  readonly onDefect: (error: unknown) => string
  readonly patience?: Patience
  /** Where tests keep the channel's signing keys and token issuer, instead of Microsoft's. */
  readonly channel?: Readonly<Record<string, string>>
}

export interface Bot {
  /** Answers a request to `/api/messages` whose body has been read already. */
  handle(request: Request, response: WebResponse): Promise<void>
  readonly messenger: Messenger
  /** Local mode only: the one chat that everybody shares. */
  readonly localChat: LocalChat | null
}

/** The bot on the Bot Framework. Only this file knows how it is hosted. */
export function createBot(deps: BotDeps, options: BotOptions): Bot {
  const { credentials, channel, patience } = options
  const adapter = new QuietAdapter(channelAuth(credentials, channel, patience))
  const messenger = createMessenger(deps, adapter, { appId: credentials?.appId ?? '', ...options })
  const localChat = deps.localMode ? createLocalChat(deps, messenger.say) : null
  const onTurn = createTeamsBot(deps, { ...options, localChat })
  return {
    async handle(request, response) {
      const { body } = request
      // Without credentials nobody vouches for an activity, and the bot sends its answer to the
      // `serviceUrl` in it. So only this machine may be named there.
      if (!isActivity(body) || (!credentials && !isLoopback(body.serviceUrl)))
        return answer(response, 400)
      const turn = { wasReached: false }
      try {
        const result = await adapter.enter(authorizationIn(request), body, async (context) => {
          turn.wasReached = true
          await onTurn(context)
        })
        response.status(result?.status ?? 200)
        response.send(result?.body)
        response.end()
      } catch (error) {
        if (!turn.wasReached && !isOurTrouble(error)) {
          options.onTurnedAway?.(request.headers.authorization ? 'bot-token' : 'bot-no-token')
          return answer(response, 401)
        }
        options.onDefect(error)
        // So that the channel sees a failure and sends the activity again.
        answer(response, 500)
      }
    },
    messenger,
    localChat,
  }
}

/** The SDK's own handler prints every error and answers with its text. Here both are left to us. */
class QuietAdapter extends CloudAdapter {
  enter(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, logic)
  }
}

const authorizationIn = ({ headers: { authorization } }: Request): string =>
  typeof authorization === 'string' ? authorization : ''

const SAY: Readonly<Record<number, string>> = {
  400: 'This is not a message the bot can read.',
  401: 'The bot does not know who sent this.',
}

function answer(response: WebResponse, status: number): void {
  response.status(status)
  response.send({ title: SAY[status] ?? 'The bot could not answer. Send it again.' })
  response.end()
}
