import type { Activity } from 'botbuilder'
import { isNode } from './node-in.ts'

const isTextIfAny = (value: unknown) => value == null || typeof value === 'string'
const areNodesIfAny = (value: unknown) =>
  value == null || (Array.isArray(value) && value.every(isNode))

const TEXTS = ['id', 'name', 'text', 'locale', 'serviceUrl', 'channelId', 'action', 'deliveryMode']
const TEXTS_OF_PARTS = ['id', 'name', 'aadObjectId', 'role', 'tenantId', 'conversationType']
const hasTexts = (value: unknown, keys: readonly string[]) =>
  isNode(value) && keys.every((key) => isTextIfAny(value[key]))
const hasId = (value: unknown) =>
  isNode(value) && typeof value['id'] === 'string' && value['id'] !== ''

/**
 * Whether a body has the shape of an activity, as far as the SDK reads it or copies it into answers
 * without checking. It must say where it was said and who said it, or nobody can answer.
 */
export const isActivity = (body: unknown): body is Activity =>
  isNode(body) &&
  typeof body['type'] === 'string' &&
  hasTexts(body, TEXTS) &&
  [body['conversation'], body['from'], body['recipient'] ?? {}].every((part) =>
    hasTexts(part, TEXTS_OF_PARTS),
  ) &&
  hasId(body['conversation']) &&
  hasId(body['from']) &&
  ['entities', 'attachments', 'membersAdded', 'membersRemoved'].every((key) =>
    areNodesIfAny(body[key]),
  )
