import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { ActionFormState } from './use-action-form.ts'

/** Two windows wrote into the same form. Both texts are kept, and the person chooses. */
export function OtherWords({
  form: { other, swap, dropOther },
}: {
  readonly form: ActionFormState
}) {
  return (
    <div role="status">
      {other && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            You typed something else here in another window. Look at it before you send: what is not
            sent is deleted then.
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={swap}>
              Show the other words
            </Button>
            <Button
              size="small"
              onClick={({ currentTarget }) => {
                // The button disappears with what it deletes.
                currentTarget.form?.querySelector<HTMLElement>('textarea')?.focus()
                dropOther()
              }}
            >
              Delete the other words
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  )
}
