import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Request, Response as WebResponse } from 'botbuilder'
import { onTestFinished } from 'vitest'
import { createBot } from '../../src/bot/teams/create-bot.ts'
import { FIRST_PERSONA } from '../../src/demo/demo-board.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import { sendDeliveries } from '../../src/usecases/telling/send-deliveries.ts'
import type { TestApp } from '../support/start-app.ts'
import { chatOf } from '../support/start-app.ts'

/** What happens to a request on its way to Teams that the stand-in itself cannot do. */
export type OnTheWay =
  /** It is not taken, and nobody says so. */
  | 'lost'
  /** It is taken, and nobody says so. */
  | 'takenAndLost'
  /** It is taken, and the connection is gone before the answer. */
  | 'takenAndReset'

async function listening(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The way to the stand-in for Teams of an app. */
async function startWay({ teams }: TestApp) {
  const next: OnTheWay[] = []
  const requests: string[] = []
  const url = await listening((req, res) => {
    requests.push(`${req.method} ${req.url}`)
    const happens = next.shift()
    if (happens === 'lost') return
    const onward = forward(teams.url + req.url, { method: req.method, headers: req.headers })
    onward.on('response', (answer) => {
      if (happens === 'takenAndReset') return void res.destroy()
      if (happens === 'takenAndLost') return
      res.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(res)
    })
    onward.on('error', () => res.destroy())
    req.pipe(onward)
  })
  return { url, next, requests }
}

const bodyOf = async (req: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(Buffer.from(chunk))
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** As much of a web server's response as the bot uses. */
const responseOf = (res: ServerResponse): WebResponse =>
  ({
    socket: res.socket,
    status: (code: number) => {
      res.statusCode = code
    },
    header: (name: string, value: unknown) => res.setHeader(name, String(value)),
    send: (body: unknown) => void res.write(body === undefined ? '' : JSON.stringify(body)),
    end: () => void res.end(),
  }) as unknown as WebResponse // the rest of it the bot leaves alone

/** How long a bot waits that is asked what can only end by waiting. */
const NOT_LONG_MS = 150

/**
 * A bot over the stores of an app, on a way to Teams where things happen. There are two of it: one
 * waits for an answer as long as ever, and one hardly at all.
 */
export async function startBot(app: TestApp) {
  const { deps } = app.app
  const way = await startWay(app)
  const defects: unknown[] = []
  async function waiting(connector?: number) {
    const bot = createBot(
      {
        ...deps,
        linkTo: (page, title) => ({ title, url: `https://tab.example/${page}` }),
        localMode: { firstPersona: FIRST_PERSONA },
        nudge: () => undefined,
      },
      {
        credentials: null,
        allowedTenants: null,
        ...(connector ? { patience: { connector } } : {}),
        onDefect: (error) => {
          defects.push(error)
          return 'A REFERENCE'
        },
      },
    )
    const url = await listening((req, res) => {
      void bodyOf(req).then((body) => {
        const request = { body, headers: req.headers, method: 'POST' } as unknown as Request // likewise
        return bot.handle(request, responseOf(res))
      })
    })
    return {
      chatAs: (person: string) => chatOf(url, { ...app.teams, url: way.url }, person),
      /** Tells people what there is to tell them. */
      async deliver() {
        await planDeliveries(deps)
        const send = () =>
          sendDeliveries({
            ...deps,
            messenger: bot.messenger,
            rest: async () => undefined,
            addressOf: (person) => deps.conversations.get(person),
          })
        while ((await send()) > 0);
      },
    }
  }
  const [patient, hasty] = [await waiting(), await waiting(NOT_LONG_MS)]
  return {
    way,
    defects,
    ...patient,
    /** The one that is to meet this: what ends only by waiting is for the one that hardly waits. */
    facing: (happens: unknown) =>
      happens === 'lost' || happens === 'takenAndLost' ? hasty : patient,
  }
}

export type TestBot = Awaited<ReturnType<typeof startBot>>
