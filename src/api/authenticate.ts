import type { IncomingMessage } from 'node:http'
import { personByAccount } from '../domain/board/directory.ts'
import type { Deps } from '../usecases/deps.ts'
import { currentBoard } from '../usecases/observation/context.ts'
import { ACT_AS_HEADER, actAs } from './act-as.ts'
import type { ApiConfig } from './api-config.ts'
import { ApiProblem } from './api-problem.ts'
import type { Caller } from './caller.ts'
import { callerOf } from './caller.ts'
import type { SigningKeys } from './signing-keys.ts'
import { verifyToken } from './verify-token.ts'

/**
 * Finds out who is asking: by their token in production, by whom they chose in local mode. What
 * they hold comes from the directory, whatever a token says.
 * @throws ApiProblem `not-signed-in`, and `not-your-role` for somebody who has left
 */
export const createAuthenticate =
  (config: ApiConfig, deps: Pick<Deps, 'board'>, keys: SigningKeys) =>
  async (req: IncomingMessage): Promise<Caller> => {
    if (config.mode === 'production' && ACT_AS_HEADER in req.headers)
      throw new ApiProblem(400, 'malformed', 'X-Act-As is only for local mode. Leave it out.')
    const verified = config.mode === 'production' ? await verifyToken(req, config, keys) : undefined
    const board = await currentBoard(deps)
    const identity = verified ?? actAs(req, board)
    if (personByAccount(board, identity.account)?.active === false)
      throw new ApiProblem(
        403,
        'not-your-role',
        'The board has you down as somebody who has left. Ask the board office if that is wrong.',
      )
    return callerOf(identity, board)
  }
