import type { Activity } from 'botbuilder'
import { ActivityTypes } from 'botbuilder'
import type { Account } from '../../../domain/board/directory.ts'
import { accountId } from '../../../domain/words/ids.ts'
import { nodeIn, textIn } from './node-in.ts'

/**
 * Who sent an activity, as the channel's token vouches for it; `undefined` when it does not say.
 */
export function accountIn({ channelData, conversation, from }: Activity): Account | undefined {
  const inData = textIn(nodeIn(nodeIn(channelData)['tenant'])['id'])
  const tenantId = accountId(textIn(conversation.tenantId) || inData)
  const objectId = accountId(textIn(from.aadObjectId))
  return tenantId === '' || objectId === '' ? undefined : { tenantId, objectId }
}

/** Identifies a delivery of the channel; `undefined` when the activity carries no id of its own. */
export function deliveryKey(activity: Activity, account: Account): string | undefined {
  if (!activity.id) return undefined
  const key = `${account.tenantId}/${activity.conversation.id}/${activity.id}`
  const { type } = activity
  // A change or deletion has the id of its message, each at another moment.
  return type === ActivityTypes.MessageUpdate || type === ActivityTypes.MessageDelete
    ? `${key}/${type}/${String(activity.timestamp ?? '')}`
    : key
}
