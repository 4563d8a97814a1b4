import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { use, useEffect, useId, useRef } from 'react'
import { Heading } from '../ui/heading.tsx'
import { LevelContext, oneDeeper } from '../ui/level-context.ts'
import { CancelForm } from './cancel-form.tsx'
import { askedWith, shownNeeds } from './field-values.ts'
import { KeptNote } from './kept-note.tsx'
import { OtherWords } from './other-words.tsx'
import { Refusal } from './refusal.tsx'
import type { ActionFormState } from './use-action-form.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    // The focused input scrolls below the story, which stays at the top.
    '& input, & textarea, & select': { scrollMarginTop: '50dvh' },
  },
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
  readonly form: ActionFormState
  readonly children: ReactNode
}

/** The frame of every form: title, fields, refusal, send and cancel. */
export function ActionForm({ form, children }: Props) {
  const { offered, isPossible, isTyped, sending, problem, held, send, cancel } = form
  const styles = useStyles()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const element = useRef<HTMLFormElement>(null)

  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (!problem && held === 0) return
    const wrong = element.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-refused="true"]',
    )
    // A group cannot take the focus, but one of its inputs can.
    const target = wrong?.matches('[role="radiogroup"], [data-refused]')
      ? wrong.querySelector<HTMLElement>('input, textarea, select')
      : wrong
    target?.focus()
  }, [problem, held])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPossible) send(element.current)
  }
  return (
    <form ref={element} noValidate onSubmit={submit} aria-labelledby={id} className={styles.form}>
      <div>
        <Heading id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {offered.label}
        </Heading>
        <OtherWords form={form} />
      </div>
      <LevelContext value={oneDeeper(use(LevelContext))}>{children}</LevelContext>
      {problem && (
        <Refusal
          problem={problem}
          shown={shownNeeds(askedWith(offered.fields, form.values), form.values)}
          possible={isPossible}
          typed
          again={
            <Button type="submit" size="small">
              Try again
            </Button>
          }
        />
      )}
      <div className={styles.buttons}>
        {isPossible && (
          <Button type="submit" appearance="primary" disabledFocusable={sending}>
            {sending ? 'Sending…' : offered.send}
          </Button>
        )}
        <CancelForm asks={isTyped} onCancel={cancel} />
      </div>
      <KeptNote form={form} />
    </form>
  )
}
