import type { Activity } from 'botbuilder'
import { ActivityTypes } from 'botbuilder'
import { nodeIn } from './node-in.ts'

/** Ids of chats with several people: channels, groups, meetings. */
const OF_SEVERAL = /@thread\b|\bmeeting_|;messageid=/i

/**
 * Whether only one person reads along. The activity has to say so, and nothing in it may
 * contradict. Otherwise the chat counts as one where others read.
 */
export function isPrivate({ conversation, channelData }: Activity): boolean {
  const { team, channel, meeting } = nodeIn(channelData)
  return (
    conversation.conversationType === 'personal' &&
    !conversation.isGroup &&
    !OF_SEVERAL.test(conversation.id) &&
    [team, channel, meeting].every((place) => place == null)
  )
}

/** A message extension. It opens from any chat; only the person who opened it sees its dialog. */
export const isOfExtension = ({ type, name }: Activity): boolean =>
  type === ActivityTypes.Invoke && (name ?? '').startsWith('composeExtension/')

const hasBot = (members: Activity['membersAdded'], { recipient }: Activity): boolean =>
  members?.some(({ id }) => id !== undefined && id === recipient?.id) === true

/** The bot is removed from this chat. An update of the app, `remove-upgrade`, leaves it there. */
export const isRemoval = (activity: Activity): boolean =>
  activity.type === ActivityTypes.InstallationUpdate
    ? activity.action === 'remove'
    : activity.type === ActivityTypes.ConversationUpdate &&
      hasBot(activity.membersRemoved, activity)
