import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FromChild, ToChild } from './as-child.ts'
import type { BenchOptions } from './part.ts'

/** A program of the bench in a process of its own. */
export interface Program {
  readonly url: string
  /** Waits until it has nothing left to do in the background; gives how long that took, in ms. */
  settle(): Promise<number>
  /** The processor time it has used so far, in ms: other programs disturb that less than a clock. */
  cpuMs(): Promise<number>
  /** How much memory it holds now. */
  residentMB(): Promise<number>
  /** Ends it before the end of the part. */
  end(): Promise<void>
}

const ENDS_WITHIN_MS = 15_000
/** Starting takes seconds, and so does telling everybody of the reports of one window. */
const SAYS_WITHIN_MS = 60_000

/** Starts a file of this folder, gives its address once it listens, and ends it at the end. */
export async function startProgram(
  { atEnd, profiles }: Pick<BenchOptions, 'atEnd' | 'profiles'>,
  file: string,
  given: object = {},
): Promise<Program> {
  const child = fork(path.join(import.meta.dirname, file), [JSON.stringify(given)], {
    // The environment of the bench must not change how the programs run.
    env: { PATH: process.env['PATH'] },
    execArgv: profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [],
  })
  atEnd(() => ended(child))
  const ready = await heard(child, 'ready', file)
  const ask = (question: ToChild) => child.send(question)
  const used = () => {
    const answer = heard(child, 'used', file)
    ask({ type: 'use' })
    return answer
  }
  return {
    url: ready.url,
    async settle() {
      const answer = heard(child, 'settled', file)
      ask({ type: 'settle' })
      return (await answer).ms
    },
    cpuMs: async () => (await used()).cpuMs,
    residentMB: async () => (await used()).residentMB,
    end: () => ended(child),
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  const late = new AbortController()
  if (child.connected) child.disconnect()
  await Promise.race([
    exit,
    pause(ENDS_WITHIN_MS, undefined, { signal: late.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    ),
  ])
  late.abort()
  await exit
}

type Heard<Type> = Extract<FromChild, { readonly type: Type }>

function heard<Type extends FromChild['type']>(
  child: ChildProcess,
  type: Type,
  file: string,
): Promise<Heard<Type>> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(late)
      child.off('exit', gone).off('message', take)
    }
    const give = (what: string) => {
      done()
      reject(new Error(`bench/${file} ${what} before it was ${type}`))
    }
    const gone = () => give('ended')
    const late = setTimeout(() => give('took too long'), SAYS_WITHIN_MS)
    const take = (message: unknown) => {
      const said = message as FromChild // our own programs speak here, and nobody else
      if (said.type !== type) return
      done()
      resolve(said as Heard<Type>) // its type was just compared
    }
    child.once('exit', gone)
    child.on('message', take)
  })
}
