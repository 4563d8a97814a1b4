/** What a program of the bench tells the bench. */
export type FromChild =
  | { readonly type: 'ready'; readonly url: string }
  | { readonly type: 'settled'; readonly ms: number }
  | { readonly type: 'used'; readonly cpuMs: number; readonly residentMB: number }

/** What the bench asks of it. */
export interface ToChild {
  readonly type: 'settle' | 'use'
}

/**
 * Makes this process a program of the bench. It says where it listens, and ends when the bench ends
 * for any reason.
 * @param settle finishes what is left to do in the background
 */
export function runAsChild(
  url: string,
  { settle, stop }: { settle?: () => Promise<void>; stop: () => Promise<void> },
): void {
  const tell = (message: FromChild) => process.send?.(message)
  const cpuMs = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const end = () => void stop().finally(() => process.exit())
  // Ctrl+C goes to every process of the terminal: the bench hears it and says when to end.
  process.on('SIGINT', () => undefined)
  process.once('disconnect', end)
  if (!process.connected) end()
  process.on('message', async ({ type }: ToChild) => {
    if (type === 'use')
      return tell({ type: 'used', cpuMs: cpuMs(), residentMB: process.memoryUsage.rss() / 1e6 })
    const from = performance.now()
    await settle?.()
    tell({ type: 'settled', ms: performance.now() - from })
  })
  tell({ type: 'ready', url })
}
