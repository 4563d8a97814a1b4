/** The server cannot listen on its address. The message says why and what to do. */
export class ListenProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ListenProblem'
  }
}

const SAY: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) =>
    `Another program is already using port ${port}. Stop it, or set \`PORT\` to another one; \`PORT=0\` takes any that is free.`,
  EACCES: (port) =>
    `This account may not listen on port ${port}. Set \`PORT\` to one above 1023, and let the proxy in front pass requests on to it.`,
  EADDRNOTAVAIL: () =>
    'This machine does not have the address that `HOST` names. Set it to 127.0.0.1, or to an address of this machine.',
  ENOTFOUND: () =>
    'The host name that `HOST` gives cannot be found. Set it to 127.0.0.1, or to an address of this machine.',
}

/** The problem behind an error of `listen`. */
export function listenProblem(error: unknown, port: number): ListenProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const say =
    SAY[code]?.(port) ??
    `The server cannot listen on port ${port} (${code}). Set \`PORT\` or \`HOST\` anew.`
  return new ListenProblem(say, { cause: error })
}
