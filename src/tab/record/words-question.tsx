import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { MouseEvent } from 'react'

interface Props {
  readonly outcome: string
  /** The name of the field it is about. */
  readonly text: string
  readonly onKeep: () => void
  readonly onReplace: () => void
}

/** Asks before replacing a sentence that somebody has changed. */
export function WordsQuestion({ outcome, text, onKeep, onReplace }: Props) {
  // The question disappears with its answer, so the focus goes to its sentence.
  const answer = (onAnswer: () => void) => (event: MouseEvent<HTMLButtonElement>) => {
    event.currentTarget.form?.querySelector<HTMLElement>(`[name="${text}"]`)?.focus()
    onAnswer()
  }
  return (
    <div role="status">
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          You changed the sentence, so it is kept. Start from the one for “{outcome}” instead?
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={answer(onReplace)}>
            Use the new sentence
          </Button>
          <Button size="small" onClick={answer(onKeep)}>
            Keep mine
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}
