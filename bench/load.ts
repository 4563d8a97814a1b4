import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Program } from './programs.ts'
import { reporter, TENANT } from './reporters.ts'
import type { Said, Talk } from './talk.ts'

/** What was measured in one window. */
export interface Window {
  readonly turnsPerSecond: number
  /** How long each turn took, in milliseconds. */
  readonly turns: readonly number[]
  /** How long each whole round of the talk took. */
  readonly rounds: readonly number[]
  /** How long the program went on telling people afterwards, in milliseconds. */
  readonly settleMs: number
  /** All rounds that were begun, each second until everybody was told of them. */
  readonly roundsToldPerSecond: number
  /** The processor time of the program for each turn, with what it does in the background, in ms. */
  readonly cpuMsPerTurn: number
  /** How much of one core making the load took: near 1, the load is what was measured. */
  readonly loadBusy: number
}

export interface Load {
  readonly talk: Talk
  /** How many people talk at once, each in a chat and on a connection of their own. */
  readonly connections: number
  /** They talk, unmeasured, for so long before the window opens. */
  readonly leadMs: number
  readonly windowMs: number
  /** Where the bot is told to send what it says by itself. */
  readonly serviceUrl: string
}

const TURN_MS_AT_MOST = 10_000

let activities = 0

/** A message of Teams that asks for its answer in the response: so no bot has to call anybody. */
function messageOf(person: string, text: string, serviceUrl: string): string {
  activities += 1
  return JSON.stringify({
    type: 'message',
    id: `activity-${activities}`,
    text,
    channelId: 'msteams',
    serviceUrl,
    deliveryMode: 'expectReplies',
    from: { id: `29:${person}`, aadObjectId: person, name: person },
    recipient: { id: '28:bot', name: 'Learning Loop' },
    conversation: { id: `chat-${person}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
  })
}

function post(agent: Agent, url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const options = { agent, method: 'POST', headers, timeout: TURN_MS_AT_MOST }
    const asked = request(`${url}/api/messages`, options, (response) => {
      let answer = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        answer += chunk
      })
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(answer)
        else reject(new Error(`answered ${response.statusCode}: ${answer.slice(0, 500)}`))
      })
    })
    asked.on('timeout', () => asked.destroy(new Error('a turn took too long')))
    asked.on('error', reject)
    asked.end(body)
  })
}

/** One person on one connection, with never more than one turn under way. */
function openChat(url: string, serviceUrl: string, person: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    async say({ text, expects }: Said) {
      const answer = await post(agent, url, messageOf(person, text, serviceUrl))
      if (!answer.includes(expects))
        throw new Error(`“${text}” was answered without “${expects}”: ${answer.slice(0, 2_000)}`)
    },
    close: () => agent.destroy(),
  }
}

type Chat = ReturnType<typeof openChat>

/**
 * Everybody talks for one window; then the program finishes what is left to do. What was begun is
 * finished, and counted only if that was within the window.
 * @throws Error when a turn is not answered, or not as it should be
 */
export async function loadFor(program: Program, load: Load): Promise<Window> {
  const { talk, connections, leadMs, windowMs, serviceUrl } = load
  const chats = Array.from({ length: connections }, (_, index) =>
    openChat(program.url, serviceUrl, reporter(index)),
  )
  const everybody = (act: (chat: Chat) => Promise<void>) => Promise.all(chats.map(act))
  const turns: number[] = []
  const rounds: number[] = []
  let allTurns = 0
  try {
    await everybody((chat) => sayAll(chat, talk.before))
    const cpuBefore = await program.cpuMs()
    const starts = performance.now()
    const opens = starts + leadMs
    const closes = opens + windowMs
    const keep = (times: number[], begun: number) => {
      const now = performance.now()
      if (now >= opens && now < closes) times.push(now - begun)
    }
    const busy = busyBetween(leadMs, windowMs)
    await everybody(async (chat) => {
      while (performance.now() < closes) {
        const roundBegun = performance.now()
        for (const said of talk.again) {
          const begun = performance.now()
          await chat.say(said)
          keep(turns, begun)
          allTurns += 1
        }
        keep(rounds, roundBegun)
      }
    })
    const settleMs = await program.settle()
    const took = performance.now() - starts
    const cpuMs = (await program.cpuMs()) - cpuBefore
    await everybody((chat) => sayAll(chat, talk.after))
    return {
      turnsPerSecond: (turns.length * 1000) / windowMs,
      turns,
      rounds,
      settleMs,
      roundsToldPerSecond: (allTurns / talk.again.length / took) * 1000,
      cpuMsPerTurn: cpuMs / allTurns,
      loadBusy: await busy,
    }
  } finally {
    for (const chat of chats) chat.close()
  }
}

async function sayAll(chat: Chat, all: readonly Said[]): Promise<void> {
  for (const said of all) await chat.say(said)
}

async function busyBetween(leadMs: number, windowMs: number): Promise<number> {
  await pause(leadMs)
  const from = process.cpuUsage()
  await pause(windowMs)
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000 / windowMs
}
