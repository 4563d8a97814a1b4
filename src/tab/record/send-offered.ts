import type { OfferedAction } from '../../contract/form-fields.ts'
import { isDescribed } from '../../contract/records.ts'
import type { ApiClient, Changed, From } from '../api/client-types.ts'
import type { Typed } from '../session/drafts.ts'
import { contentOf } from './field-values.ts'
import type { ActedOn } from './use-change.ts'

/** Sends what was filled in. Only adding takes more than its form asks. */
export const sendOffered = (
  api: ApiClient,
  offered: OfferedAction,
  from: From<ActedOn>,
  values: Typed,
  of: ActedOn = 'observation',
): Promise<Changed<ActedOn>> => {
  const content = { ...contentOf(offered.fields, values), ...offered.given }
  if (from.version === 0 && isDescribed(of))
    return api.makeOffered(of, offered, from.submission, content)
  return offered.action === 'add'
    ? api.take('observation', 'add', from, { text: values['text'] ?? '', answers: [] })
    : api.takeOffered(of, offered, from, content)
}
