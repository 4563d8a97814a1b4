import type { Actor } from '../../domain/shared/actor.ts'
import { holds } from '../../domain/shared/actor.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { NotDelivered } from '../../ports/deliveries.ts'
import type { Deps } from '../deps.ts'

export const seesNotDelivered = (actor: Actor): boolean => holds(actor, 'businessManager')

/**
 * People the bot cannot write to just now, and why, for the business manager: whoever has written
 * to the bot since is not among them. It says nothing of what the messages were about.
 * @throws DomainError `not-your-role` for anybody else
 */
export async function listNotDelivered(
  { deliveries, conversations }: Pick<Deps, 'deliveries' | 'conversations'>,
  actor: Actor,
): Promise<readonly NotDelivered[]> {
  if (!seesNotDelivered(actor))
    throw new DomainError('not-your-role', {
      action: 'listNotDelivered',
      needs: ['businessManager'],
    })
  const all = await deliveries.notDelivered()
  const people = [...new Set(all.map(({ recipient }) => recipient))]
  const reached = await Promise.all(
    people.map(async (person) => ((await conversations.get(person)) ? [person] : [])),
  )
  const canBeReached = new Set(reached.flat())
  return all.filter(({ recipient }) => !canBeReached.has(recipient))
}
