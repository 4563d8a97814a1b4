import type { Request, Response, Server } from 'restify'
import type { BoardStore } from '../../ports/board.ts'
import { answerBytes, redirect } from './answer.ts'
import { CONTENT_POLICY } from './security-headers.ts'
import { SITE_PAGES } from './site-pages.ts'

/** The public pages that the app's manifest names: about, privacy, terms of use. */
export function mountSite(server: Server, { board }: { readonly board: BoardStore }): void {
  for (const [name, page] of Object.entries(SITE_PAGES)) {
    const answer = async (_req: Request, res: Response) => {
      const stored = await board.current()
      res.setHeader('Content-Security-Policy', CONTENT_POLICY.page)
      answerBytes(res, 200, 'text/html; charset=utf-8', page(stored?.state))
    }
    server.get(`/site/${name}`, answer)
    server.head(`/site/${name}`, answer)
  }
  server.get('/site', async (_req: Request, res: Response) => redirect(res, '/site/'))
}
