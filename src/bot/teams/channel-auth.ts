import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import { ConnectorRefusal, createConnectorClient } from './connector-client.ts'
import { TookTooLong, withinTime } from './within-time.ts'

/** How the bot proves who it is and checks who calls it. */
export type BotCredentials =
  | {
      readonly type: 'SingleTenant'
      readonly appId: string
      readonly tenantId: string
      readonly password: string
    }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string }

/** Time limits in milliseconds. A turn is sent again after 15 seconds. */
export interface Patience {
  /** For one answer of the connector. */
  readonly connector?: number
  /** For fetching the channel's keys, or a token to send with. */
  readonly identity?: number
}

const IDENTITY_MS = 5_000

/**
 * Who the bot is and who may call it, found out by the SDK. By itself the SDK would wait for ever
 * for the channel's keys and for a token.
 * @param channel where tests keep the channel's signing keys and token issuer, instead of
 * Microsoft's
 */
export function channelAuth(
  credentials: BotCredentials | null,
  channel: Readonly<Record<string, string>> = {},
  { connector, identity = IDENTITY_MS }: Patience = {},
): ConfigurationBotFrameworkAuthentication {
  const settings = credentials ? { ...settingsOf(credentials), ...channel } : {}
  const auth = new ConfigurationBotFrameworkAuthentication(
    settings,
    patient(new ConfigurationServiceClientCredentialFactory(settings), identity),
    undefined,
    undefined,
    // Typed after a library the SDK no longer uses. Our client fits the one it does use.
    {
      httpClient: createConnectorClient({
        timeoutMs: connector,
        toLoopback: credentials === null,
      }) as never,
    },
  )
  const connectors = keptClients<Awaited<ReturnType<Factory['create']>>>()
  const keeping = (factory: Factory): Factory => {
    const make = factory.create.bind(factory)
    factory.create = (serviceUrl, audience) =>
      connectors(`${serviceUrl} ${audience}`, () => make(serviceUrl, audience))
    return factory
  }
  const makeFactory = auth.createConnectorFactory.bind(auth)
  auth.createConnectorFactory = (claims) => keeping(makeFactory(claims))
  const authenticate = auth.authenticateRequest.bind(auth)
  auth.authenticateRequest = async (activity, header) => {
    const found = await withinTime(
      authenticate(activity, header),
      identity,
      'finding out who called',
    )
    if (found.connectorFactory) keeping(found.connectorFactory)
    return found
  }
  const makeTokens = auth.createUserTokenClient.bind(auth)
  const tokens = keptClients<Awaited<ReturnType<typeof makeTokens>>>()
  auth.createUserTokenClient = (claims) => tokens('ours', () => makeTokens(claims))
  return auth
}

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>

/** More addresses than one channel has. */
const CLIENTS_KEPT = 50

/**
 * The SDK makes its clients anew for every activity, which costs as much as answering one. They
 * hold nothing of an activity: only where to send, and as whom.
 */
function keptClients<Client>() {
  const kept = new Map<string, Promise<Client>>()
  return (key: string, make: () => Promise<Client>): Promise<Client> => {
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= CLIENTS_KEPT) kept.clear()
    const made = make()
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }
}

const settingsOf = (credentials: BotCredentials): Readonly<Record<string, string>> => ({
  MicrosoftAppId: credentials.appId,
  MicrosoftAppType: credentials.type,
  MicrosoftAppTenantId: credentials.tenantId,
  ...(credentials.type === 'SingleTenant' ? { MicrosoftAppPassword: credentials.password } : {}),
})

/** The same tokens, each waited for no longer than this. */
function patient(factory: ConfigurationServiceClientCredentialFactory, ms: number) {
  const create = factory.createCredentials.bind(factory)
  factory.createCredentials = async (...given) => {
    const credentials = await create(...given)
    return {
      signRequest: (request) =>
        withinTime(credentials.signRequest(request), ms, 'a token').catch((error: unknown) => {
          // Nothing is wrong with the message: treated like a connector that does not answer.
          throw error instanceof TookTooLong
            ? new ConnectorRefusal(0, 'NoToken', null, { cause: error })
            : error
        }),
    }
  }
  return factory
}

/** The channel's keys could not be fetched, so nobody can be let in. Not the sender's fault. */
export const isOurTrouble = (error: unknown): boolean =>
  error instanceof TookTooLong ||
  (error instanceof Error &&
    (error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500)))
