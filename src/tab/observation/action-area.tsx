import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import type { AllowedAction } from '../../contract/common.ts'
import type { ObservationChange, ObservationDetail, Stage } from '../../contract/observations.ts'
import type { ActionProps } from '../forms/use-change.ts'
import { draftKey } from '../forms/use-draft.ts'
import { useSession } from '../session/session-context.ts'
import { Panel } from '../ui/panel.tsx'
import { Surface } from '../ui/surface.tsx'
import { ACTIONS } from './actions.ts'
import { PressAction } from './press-action.tsx'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  reason: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface Offered extends AllowedAction {
  readonly action: ObservationChange
}

const ORDER = Object.keys(ACTIONS)
const isShown = (allowed: AllowedAction): allowed is Offered => allowed.action in ACTIONS

/** What the server allows, in the order of the buttons. */
const offeredBy = ({ allowed, acknowledged }: ObservationDetail): readonly Offered[] =>
  allowed
    .filter(isShown)
    // The server takes a second "I am on it" and does nothing: a button for it would mislead.
    .filter(({ action }) => action !== 'acknowledge' || acknowledged === null)
    .sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action))

/** The button that stands out: the first of these that can be pressed. */
const NEXT = {
  awaitingTriage: ['decide'],
  underWay: ['close', 'giveFeedback'],
  closed: [],
} as const satisfies Record<Stage, readonly ObservationChange[]>

interface Props extends Omit<ActionProps, 'onDone'> {
  readonly title: string
  readonly onDone: (changed: ObservationDetail, says: string) => void
}

/** What the person may do with an observation, and the form of what they are doing. */
export function ActionArea({ title, observation, onDone, onStale }: Props) {
  const styles = useStyles()
  const id = useId()
  const { drafts } = useSession()
  const offered = offeredBy(observation)
  const [open, setOpen] = useState<ObservationChange | null>(
    () =>
      offered.find(({ action }) => drafts.has(draftKey(observation.ref, action)))?.action ?? null,
  )
  const [cancelled, setCancelled] = useState<ObservationChange | null>(null)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Back to the button that opened the form.
    row.current?.querySelector<HTMLElement>(`[data-action="${cancelled}"]`)?.focus()
  }, [cancelled])

  const Form = open === null ? null : ACTIONS[open].Form
  if (open !== null && Form)
    return (
      <Surface>
        <Form
          observation={observation}
          onStale={onStale}
          onDone={(changed) => {
            setOpen(null)
            onDone(changed, ACTIONS[open].done)
          }}
          onCancel={() => {
            setOpen(null)
            setCancelled(open)
          }}
        />
      </Surface>
    )
  if (offered.length === 0) return null
  const next = NEXT[observation.stage].find((action) =>
    offered.some((one) => one.action === action && one.missing.length === 0),
  )
  const reasons = offered.filter(({ missing }) => missing.length > 0)
  return (
    <Panel title={title}>
      <div ref={row} className={styles.row}>
        {offered.map(({ action, missing }) => {
          const { label, done, ...more } = ACTIONS[action]
          const blockedBy = missing.length > 0 ? `${id}-${action}` : undefined
          if (action === 'acknowledge' || action === 'close')
            return (
              <PressAction
                key={action}
                action={action}
                label={label}
                primary={action === next}
                {...('question' in more && { question: more.question })}
                blockedBy={blockedBy}
                observation={observation}
                onStale={onStale}
                onDone={(changed) => onDone(changed, done)}
              />
            )
          return (
            <Button
              key={action}
              data-action={action}
              appearance={action === next ? 'primary' : 'secondary'}
              disabledFocusable={blockedBy !== undefined}
              aria-describedby={blockedBy}
              onClick={() => {
                setCancelled(null)
                setOpen(action)
              }}
            >
              {label}
            </Button>
          )
        })}
      </div>
      {reasons.map(({ action, missing }) => (
        <p key={action} id={`${id}-${action}`} className={styles.reason}>
          {ACTIONS[action].label}: {missing.map(({ say }) => say).join(' ')}
        </p>
      ))}
    </Panel>
  )
}
