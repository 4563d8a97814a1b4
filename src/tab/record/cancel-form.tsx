import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

// A line of its own, below the buttons.
const useStyles = makeStyles({ question: { flexBasis: '100%' } })

interface Props {
  /** Whether something would be lost. */
  readonly asks: boolean
  readonly onCancel: () => void
}

/** Closes a form. That deletes what was typed, so it asks first. */
export function CancelForm({ asks, onCancel }: Props) {
  const styles = useStyles()
  const [asking, setAsking] = useState(false)
  const goOn = useRef<HTMLButtonElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) goOn.current?.focus()
  }, [asking])
  return (
    <>
      <Button ref={cancel} onClick={() => (asks ? setAsking(true) : onCancel())}>
        Cancel
      </Button>
      {asking && (
        <div role="alert" className={styles.question}>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              Delete what you typed? It has not been sent, and cannot be brought back.
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={onCancel}>
                Delete it
              </Button>
              <Button
                ref={goOn}
                size="small"
                onClick={() => {
                  cancel.current?.focus()
                  setAsking(false)
                }}
              >
                Go on writing
              </Button>
            </MessageBarActions>
          </MessageBar>
        </div>
      )}
    </>
  )
}
