import type { Activity } from 'botbuilder'
import { ActivityTypes } from 'botbuilder'
import type { Account } from '../domain/board/directory.ts'
import type { Fields, Input } from './turn.ts'

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextIfAny = (value: unknown) => value == null || typeof value === 'string'
const areNodesIfAny = (value: unknown) =>
  value == null || (Array.isArray(value) && value.every(isNode))

const TEXTS = ['id', 'name', 'text', 'locale', 'serviceUrl', 'channelId', 'action', 'deliveryMode']
const TEXTS_OF_PARTS = ['id', 'name', 'aadObjectId', 'role', 'tenantId', 'conversationType']
const hasTexts = (value: unknown, keys: readonly string[]) =>
  isNode(value) && keys.every((key) => isTextIfAny(value[key]))

/**
 * Whether a body has the shape of an activity, as far as the SDK looks into it, or writes it into
 * its answers, without looking first.
 */
export const isActivity = (body: unknown): body is Activity =>
  isNode(body) &&
  typeof body['type'] === 'string' &&
  hasTexts(body, TEXTS) &&
  [body['conversation'], body['from'], body['recipient'] ?? {}].every((part) =>
    hasTexts(part, TEXTS_OF_PARTS),
  ) &&
  areNodesIfAny(body['entities']) &&
  areNodesIfAny(body['membersAdded'])

/** Who sent an activity, as the channel's token vouches for it; `undefined` when it does not say. */
export function accountIn({ channelData, conversation, from }: Activity): Account | undefined {
  const inData = textIn(objectIn(objectIn(channelData)['tenant'])['id'])
  const tenantId = textIn(conversation.tenantId) || inData
  const objectId = textIn(from.aadObjectId)
  return tenantId === '' || objectId === '' ? undefined : { tenantId, objectId }
}

/** Identifies a delivery of the channel; `undefined` when the activity carries no id of its own. */
export const deliveryKey = (activity: Activity, account: Account): string | undefined =>
  activity.id && activity.conversation.id
    ? `${account.tenantId}/${activity.conversation.id}/${activity.id}`
    : undefined

const FIELDS_AT_MOST = 60

/** A card's data and inputs as text fields; whatever is no plain value is left out. */
function fieldsIn(data: unknown): Fields {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {}
  return Object.fromEntries(
    Object.entries(data)
      .slice(0, FIELDS_AT_MOST)
      .flatMap(([key, value]) =>
        ['string', 'number', 'boolean'].includes(typeof value) ? [[key, String(value)]] : [],
      ),
  )
}

const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

function invoked(activity: Activity): Input | undefined {
  const value = objectIn(activity.value)
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const action = objectIn(value['action'])
      return { type: 'pressed', verb: textIn(action['verb']), fields: fieldsIn(action['data']) }
    }
    case 'composeExtension/fetchTask': {
      const body = objectIn(objectIn(value['messagePayload'])['body'])
      const content = textIn(body['content'])
      const isPlain = body['contentType'] === 'text'
      return { type: 'dialogOpened', said: isPlain ? content : textOfHtml(content) }
    }
    case 'composeExtension/submitAction': {
      const fields = fieldsIn(value['data'])
      return { type: 'dialogSent', verb: fields['verb'] ?? '', fields }
    }
    default:
      return undefined
  }
}

/** The words of a message that arrives as HTML: tags go, the few entities Teams writes come back. */
export const textOfHtml = (html: string): string =>
  html
    .slice(0, 100_000)
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
    .replace(/<(?:\/?[a-z]|!--)[^<>]*>/gi, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .trim()

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
  amp: '&',
}

/** What was typed, without the mention of the bot that clients write into it. */
function wordsIn({ text, entities, recipient }: Activity): string {
  const mention = entities?.find(
    ({ type, mentioned }) => type === 'mention' && objectIn(mentioned)['id'] === recipient?.id,
  )
  return textIn(text).replace(textIn(mention?.['text']), '').trim()
}

/** What somebody did, in our words; `undefined` for what the bot has nothing to do with. */
export function inputIn(activity: Activity): Input | undefined {
  switch (activity.type) {
    case ActivityTypes.Message: {
      const fields = fieldsIn(activity.value)
      // A client that does not know a button's way sends it as a message with a value.
      if (fields['verb'] !== undefined) return { type: 'pressed', verb: fields['verb'], fields }
      return { type: 'said', text: wordsIn(activity) }
    }
    case ActivityTypes.Invoke:
      return invoked(activity)
    case ActivityTypes.ConversationUpdate:
      return activity.membersAdded?.some(({ id }) => id === activity.recipient?.id)
        ? { type: 'greeted' }
        : undefined
    default:
      return undefined
  }
}
