import type { IncomingMessage } from 'node:http'
import { personByAccount } from '../../domain/board/directory.ts'
import type { Deps } from '../../usecases/deps.ts'
import { currentBoard } from '../../usecases/records/context-now.ts'
import { ACT_AS_HEADER, actAs } from './act-as.ts'
import type { ApiConfig } from './api-config.ts'
import { ApiProblem } from './api-problem.ts'
import type { Caller } from './caller.ts'
import { callerOf } from './caller.ts'
import { SignInProblem } from './sign-in-problem.ts'
import type { SigningKeys } from './signing-keys.ts'
import type { TurnedAway } from './turned-away.ts'
import { verifyToken } from './verify-token.ts'

/**
 * Finds out who is asking: by their token in production, by their choice in local mode. What they
 * hold comes from the directory, whatever a token says.
 * @param warn called with the reason when somebody is turned away
 * @throws SignInProblem, or ApiProblem for a request that is not of this mode
 */
export function createAuthenticate(
  config: ApiConfig,
  deps: Pick<Deps, 'board'>,
  keys: SigningKeys,
  warn: (reason: TurnedAway) => void,
) {
  async function signIn(req: IncomingMessage): Promise<Caller> {
    const verified = config.mode === 'production' ? await verifyToken(req, config, keys) : undefined
    const board = await currentBoard(deps)
    const identity = verified ?? actAs(req, board)
    if (personByAccount(board, identity.account)?.active === false)
      throw new SignInProblem('tab-left')
    return callerOf(identity, board)
  }
  return async (req: IncomingMessage): Promise<Caller> => {
    if (config.mode === 'production' && ACT_AS_HEADER in req.headers) {
      warn('tab-act-as')
      throw new ApiProblem(400, 'malformed', 'X-Act-As is only for local mode. Leave it out.')
    }
    try {
      return await signIn(req)
    } catch (problem) {
      if (problem instanceof SignInProblem) warn(problem.reason)
      throw problem
    }
  }
}
