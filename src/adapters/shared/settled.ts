import type { Instant } from '../../domain/words/time.ts'
import type { Attempt, DeliveryState } from '../../ports/deliveries.ts'

interface Settled {
  readonly state: DeliveryState
  readonly failure: string | null
  /** 0 where there was nobody to reach: nothing was tried. */
  readonly tries: 0 | 1
  readonly dueAt: Instant | null
  readonly conversationId: string | null
  readonly messageId: string | null
}

/** What an attempt leaves in the row of its delivery. */
export function settled(attempt: Attempt): Settled {
  const { state } = attempt
  return {
    state,
    failure: 'failure' in attempt ? attempt.failure : null,
    tries: state === 'unreachable' || 'untried' in attempt ? 0 : 1,
    dueAt: state === 'waiting' ? attempt.dueAt : null,
    conversationId: state === 'sent' ? attempt.conversationId : null,
    messageId: state === 'sent' ? attempt.messageId : null,
  }
}
