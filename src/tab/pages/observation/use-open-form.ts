import { useState } from 'react'
import type { OfferedAction } from '../../../contract/form-fields.ts'
import type { ObservationDetail } from '../../../contract/observations.ts'
import { useSession } from '../../session/session-context.ts'

export interface OpenForm {
  /** As it is offered now. If it no longer is, as it was when it opened. */
  readonly opened: OfferedAction | null
  /** The action whose form was cancelled last. */
  readonly cancelled: string | null
  readonly open: (offered: OfferedAction) => void
  readonly cancel: () => void
  readonly close: () => void
}

/** Which form is open on an observation. Begins with one that somebody has begun. */
export function useOpenForm({
  ref,
  allowed,
}: Pick<ObservationDetail, 'ref' | 'allowed'>): OpenForm {
  const { drafts } = useSession()
  const [opened, setOpened] = useState<OfferedAction | null>(() => {
    const begun = drafts.begun(ref)
    return allowed.find(({ action }) => begun.includes(action)) ?? null
  })
  const [cancelled, setCancelled] = useState<string | null>(null)
  return {
    opened: opened && (allowed.find(({ action }) => action === opened.action) ?? opened),
    cancelled,
    open: (offered) => {
      setCancelled(null)
      setOpened(offered)
    },
    cancel: () => {
      setCancelled(opened?.action ?? null)
      setOpened(null)
    },
    close: () => setOpened(null),
  }
}
