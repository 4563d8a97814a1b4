import type { OfferedAction } from '../../contract/form-fields.ts'
import type { ApiClient, Changed, From } from '../api/client-types.ts'
import type { Typed } from '../session/drafts.ts'
import { contentOf } from './field-values.ts'

/** Sends what was filled in. Adding alone takes more than its form asks. */
export const sendOffered = (
  api: ApiClient,
  offered: OfferedAction,
  from: From<'observation'>,
  values: Typed,
): Promise<Changed<'observation'>> =>
  offered.action === 'add'
    ? api.take('observation', 'add', from, { text: values['text'] ?? '', answers: [] })
    : api.takeOffered('observation', offered, from, {
        ...contentOf(offered.fields, values),
        ...offered.given,
      })
