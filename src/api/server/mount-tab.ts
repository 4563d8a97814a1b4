import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Request, Response, Server } from 'restify'
import { answerBytes, answerJson, answerText, redirect } from './answer.ts'
import { ApiProblem } from './api-problem.ts'
import { CONTENT_POLICY } from './security-headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Names with a hash of their content, which never changes under that name. */
const HASHED = /^assets\/[^/]+-[\w-]{8}\.\w+$/
/** A path of plain names. None starts with a dot, so none leads out of the folder. */
const PLAIN_PATH = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/

const NOT_BUILT =
  'The tab has not been built yet. Run `npm run build` in the project folder, then load this page again.'

interface Mounting {
  readonly mode: 'local' | 'production'
  /** The folder of the built tab. */
  readonly tabFolder: string
}

/** The tab's files, and the way to them. */
export function mountTab(server: Server, { mode, tabFolder }: Mounting): void {
  const toTab = async (_req: Request, res: Response) => redirect(res, '/tab/')
  const config = async (_req: Request, res: Response) => answerJson(res, 200, { mode })
  const file = async (req: Request, res: Response) => {
    await answerFile(res, tabFolder, String(req.params['*'] || 'index.html'))
  }
  for (const path of ['/', '/tab']) {
    server.get(path, toTab)
    server.head(path, toTab)
  }
  server.get('/tab/config.json', config)
  server.head('/tab/config.json', config)
  server.get('/tab/*', file)
  server.head('/tab/*', file)
}

async function answerFile(res: Response, folder: string, path: string) {
  const content = PLAIN_PATH.test(path) ? await contentOf(join(folder, path)) : undefined
  res.setHeader('Content-Security-Policy', CONTENT_POLICY.tab)
  if (content) {
    res.setHeader(
      'Cache-Control',
      HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    answerBytes(res, 200, TYPES[extname(path)] ?? 'application/octet-stream', content)
  } else if (path === 'index.html') answerText(res, 503, NOT_BUILT)
  else throw new ApiProblem(404, 'not-found', 'There is nothing at this address.')
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    // No such file, or a folder: no answer. Anything else is a defect.
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code))
