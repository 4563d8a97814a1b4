import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import type { Changed } from '../../api/client-types.ts'
import { Unsent } from '../../record/unsent.tsx'
import type { ActedOn, ActionProps } from '../../record/use-change.ts'
import { Panel } from '../../ui/panel.tsx'
import { Surface } from '../../ui/surface.tsx'
import { formOf } from './actions.ts'
import { PressAction } from './press-action.tsx'
import type { OpenForm } from './use-open-form.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  reason: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface Props {
  readonly observation: ActionProps['observation']
  readonly of?: ActedOn | undefined
  onDone(changed: Changed<ActedOn>, says: string): void
  readonly onStale: () => Promise<void>
  readonly title: string
  readonly form: OpenForm
  /** Stays in sight above a form. */
  readonly story?: ReactNode
}

/** What the person may do with an observation, and the form they have open. */
export function ActionArea(props: Props) {
  const { title, form, story, observation, of, onStale } = props
  const styles = useStyles()
  const id = useId()
  const { allowed } = observation
  const { opened, open, cancel, close, cancelled } = form
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Back to the button that opened the form.
    if (opened === null)
      row.current?.querySelector<HTMLElement>(`[data-action="${cancelled}"]`)?.focus()
  }, [opened, cancelled])

  const shared = (says: string): ActionProps => ({
    observation,
    of,
    onStale,
    onDone: (changed) => {
      close()
      props.onDone(changed, says)
    },
  })
  if (opened !== null) {
    const Form = formOf(opened.action)
    return (
      <Surface>
        {story}
        <Form {...shared(opened.done)} offered={opened} onCancel={cancel} />
      </Surface>
    )
  }
  // The likeliest action stands first.
  const ordered = [...allowed].sort((a, b) => Number(b.likely) - Number(a.likely))
  const reasons = allowed.filter(({ missing }) => missing.length > 0)
  return (
    <>
      {allowed.length > 0 && (
        <Panel title={title}>
          <div ref={row} className={styles.row}>
            {ordered.map((offered) => {
              const { action, missing, label, likely, fields } = offered
              const blockedBy = missing.length > 0 ? `${id}-${action}` : undefined
              if (fields.length === 0)
                return (
                  <PressAction
                    key={action}
                    {...shared(offered.done)}
                    offered={offered}
                    blockedBy={blockedBy}
                  />
                )
              return (
                <Button
                  key={action}
                  data-action={action}
                  appearance={likely ? 'primary' : 'secondary'}
                  disabledFocusable={blockedBy !== undefined}
                  aria-describedby={blockedBy}
                  onClick={() => open(offered)}
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
      )}
      <Unsent reference={observation.ref} allowed={allowed} />
    </>
  )
}
