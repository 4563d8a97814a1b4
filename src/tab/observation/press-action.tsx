import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { useState } from 'react'
import { Refusal } from '../forms/refusal.tsx'
import type { ActionProps } from '../forms/use-change.ts'
import { useChange } from '../forms/use-change.ts'

interface Props extends ActionProps {
  readonly action: 'acknowledge' | 'close'
  readonly label: string
  readonly primary: boolean
  /** Asked before it is done; absent where it is done at once. */
  readonly question?: string
  /** Id of the words that say why it cannot be pressed; absent when it can. */
  readonly blockedBy: string | undefined
}

/** An action that takes no words: one press, or a press and a yes. */
export function PressAction(props: Props) {
  const { action, label, primary, question, blockedBy, observation } = props
  const { sending, problem, send } = useChange(action, props)
  const [asking, setAsking] = useState(false)
  const focusComesBack = useRestoreFocusTarget()
  const press = () => {
    if (blockedBy !== undefined) return
    if (question === undefined) void send({})
    else setAsking(true)
  }
  const again = (
    <Button size="small" onClick={() => void send({})}>
      Try again
    </Button>
  )
  return (
    <>
      <Button
        {...focusComesBack}
        appearance={primary ? 'primary' : 'secondary'}
        disabledFocusable={sending || blockedBy !== undefined}
        aria-describedby={blockedBy}
        onClick={press}
      >
        {sending ? 'Sending…' : label}
      </Button>
      {question !== undefined && (
        <Dialog open={asking} modalType="alert" onOpenChange={(_, { open }) => setAsking(open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>
                {label} {observation.ref}?
              </DialogTitle>
              <DialogContent>{question}</DialogContent>
              <DialogActions>
                <Button
                  appearance="primary"
                  onClick={() => {
                    setAsking(false)
                    void send({})
                  }}
                >
                  {label} it
                </Button>
                <DialogTrigger disableButtonEnhancement>
                  <Button>Cancel</Button>
                </DialogTrigger>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
      {problem && <Refusal problem={problem} shown={[]} possible typed={false} again={again} />}
    </>
  )
}
