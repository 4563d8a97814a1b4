import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import type { OfferedAction } from '../../contract/common.ts'
import type { ObservationDetail } from '../../contract/observations.ts'
import type { ActionProps } from '../forms/use-change.ts'
import { draftKey } from '../forms/use-draft.ts'
import { useSession } from '../session/session-context.ts'
import { Panel } from '../ui/panel.tsx'
import { Surface } from '../ui/surface.tsx'
import { formOf, opensForm } from './actions.ts'
import { PressAction } from './press-action.tsx'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  reason: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface Props extends Omit<ActionProps, 'onDone'> {
  readonly title: string
  readonly onDone: (changed: ObservationDetail, says: string) => void
}

/** What the person may do with an observation, and the form of what they are doing. */
export function ActionArea({ title, observation, onDone, onStale }: Props) {
  const styles = useStyles()
  const id = useId()
  const { drafts } = useSession()
  const offered = observation.allowed
  const [open, setOpen] = useState<OfferedAction | null>(
    () => offered.find(({ action }) => drafts.has(draftKey(observation.ref, action))) ?? null,
  )
  const [cancelled, setCancelled] = useState<string | null>(null)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Back to the button that opened the form.
    row.current?.querySelector<HTMLElement>(`[data-action="${cancelled}"]`)?.focus()
  }, [cancelled])

  if (open !== null) {
    const Form = formOf(open.action)
    return (
      <Surface>
        <Form
          offered={open}
          observation={observation}
          onStale={onStale}
          onDone={(changed) => {
            setOpen(null)
            onDone(changed, open.done)
          }}
          onCancel={() => {
            setOpen(null)
            setCancelled(open.action)
          }}
        />
      </Surface>
    )
  }
  if (offered.length === 0) return null
  // What the person most likely came to do stands first.
  const ordered = [...offered].sort((a, b) => Number(b.likely) - Number(a.likely))
  const reasons = offered.filter(({ missing }) => missing.length > 0)
  return (
    <Panel title={title}>
      <div ref={row} className={styles.row}>
        {ordered.map((one) => {
          const { action, missing, label, likely } = one
          const blockedBy = missing.length > 0 ? `${id}-${action}` : undefined
          if (!opensForm(one))
            return (
              <PressAction
                key={action}
                offered={one}
                blockedBy={blockedBy}
                observation={observation}
                onStale={onStale}
                onDone={(changed) => onDone(changed, one.done)}
              />
            )
          return (
            <Button
              key={action}
              data-action={action}
              appearance={likely ? 'primary' : 'secondary'}
              disabledFocusable={blockedBy !== undefined}
              aria-describedby={blockedBy}
              onClick={() => {
                setCancelled(null)
                setOpen(one)
              }}
            >
              {label}
            </Button>
          )
        })}
      </div>
      {reasons.map(({ action, label, missing }) => (
        <p key={action} id={`${id}-${action}`} className={styles.reason}>
          {label}: {missing.map(({ say }) => say).join(' ')}
        </p>
      ))}
    </Panel>
  )
}
