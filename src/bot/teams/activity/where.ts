import type { Activity } from 'botbuilder'
import { ActivityTypes } from 'botbuilder'
import { nodeIn } from './node-in.ts'

/** Ids of chats of several people: of a channel, a group or a meeting. */
const OF_SEVERAL = /@thread\b|\bmeeting_|;messageid=/i

/**
 * Whether only one person reads along. It has to be said, and nothing may speak against it: what is
 * not surely private is treated as a place where others read.
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

/** A message extension: opened from any chat, its dialog seen by the one who opened it only. */
export const isOfExtension = ({ type, name }: Activity): boolean =>
  type === ActivityTypes.Invoke && (name ?? '').startsWith('composeExtension/')

const hasBot = (members: Activity['membersAdded'], { recipient }: Activity): boolean =>
  members?.some(({ id }) => id !== undefined && id === recipient?.id) === true

/** The bot is taken out of this chat. An update of the app, `remove-upgrade`, leaves it there. */
export const isRemoval = (activity: Activity): boolean =>
  activity.type === ActivityTypes.InstallationUpdate
    ? activity.action === 'remove'
    : activity.type === ActivityTypes.ConversationUpdate &&
      hasBot(activity.membersRemoved, activity)
