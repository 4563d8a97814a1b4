import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { use, useEffect, useId, useRef } from 'react'
import { Heading } from '../ui/heading.tsx'
import { LevelContext, oneDeeper } from '../ui/level-context.ts'
import { Refusal } from './refusal.tsx'
import type { FormState } from './use-action-form.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly form: FormState
  readonly title: string
  readonly sendLabel: string
  /** Needs that have a field of their own in this form. */
  readonly fields: readonly string[]
  readonly onSend: () => void
  readonly children: ReactNode
}

/** The frame of every form: title, fields, why it was refused, send and cancel. */
export function ActionForm({ form, title, sendLabel, fields, onSend, children }: Props) {
  const { action, observation, sending, problem, cancel } = form
  const styles = useStyles()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const element = useRef<HTMLFormElement>(null)
  const possible = observation.allowed.some((allowed) => allowed.action === action)

  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (!problem) return
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    // A group of choices cannot take the focus, one of its choices can.
    const target = wrong?.matches('[role="radiogroup"]') ? wrong.querySelector('input') : wrong
    target?.focus()
  }, [problem])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (possible) onSend()
  }
  return (
    <form ref={element} noValidate onSubmit={submit} aria-labelledby={id} className={styles.form}>
      <Heading id={id} ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </Heading>
      <LevelContext value={oneDeeper(use(LevelContext))}>{children}</LevelContext>
      {problem && (
        <Refusal
          problem={problem}
          shown={fields}
          possible={possible}
          typed
          again={
            <Button type="submit" size="small">
              Try again
            </Button>
          }
        />
      )}
      <div className={styles.buttons}>
        {possible && (
          <Button type="submit" appearance="primary" disabledFocusable={sending}>
            {sending ? 'Sending…' : sendLabel}
          </Button>
        )}
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </form>
  )
}
