import type { Request, Response } from 'restify'

/** Takes what Teams sends. The body has been parsed. The endpoint checks its token. */
export interface BotEndpoint {
  handle(req: Request, res: Response): Promise<void>
}
