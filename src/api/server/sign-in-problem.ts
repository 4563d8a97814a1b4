import { ApiProblem } from './api-problem.ts'
import type { TurnedAway } from './turned-away.ts'

/** Somebody is turned away at the door. They are told what to do; only the log says why. */
export class SignInProblem extends ApiProblem {
  readonly reason: TurnedAway

  constructor(reason: TurnedAway) {
    const told = TOLD[reason]
    if (told) super(403, 'not-your-role', told)
    else super(401, 'not-signed-in', 'Sign in again: close this page and open it from Teams.')
    this.name = 'SignInProblem'
    this.reason = reason
  }
}

/** Reasons for which signing in again would not help. */
const TOLD: Partial<Record<TurnedAway, string>> = {
  'tab-guest':
    'You are signed in as a guest, and guests cannot use this. Switch to your own organisation in Teams, or ask whoever told you about it.',
  'tab-left':
    'The board has you down as somebody who has left. Ask the board office if that is wrong.',
}
