import type { AddressInfo } from 'node:net'
import {
  ActivityHandler,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
} from 'botbuilder'
import restify from 'restify'
import { runAsChild } from './as-child.ts'

// The bot of comparison, written like the samples of the SDK, without credentials. It keeps and
// decides nothing, and answers each message with the smallest possible card.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  const card = CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: context.activity.text, wrap: true }],
  })
  await context.sendActivity({ attachments: [card] })
  await next()
})

const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (req, res) => {
  await adapter.process(req, res, (context) => bot.run(context))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.server.address() as AddressInfo // it listens on a port
  runAsChild(`http://127.0.0.1:${port}`, {
    stop: async () => server.server.closeAllConnections(),
  })
})
