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
import type { OfferedAction } from '../../../contract/form-fields.ts'
import { Refusal } from '../../record/refusal.tsx'
import type { ActionProps } from '../../record/use-change.ts'
import { useChange } from '../../record/use-change.ts'
import { useSubmission } from '../../record/use-submission.ts'
import { useSession } from '../../session/session-context.ts'

interface Props extends ActionProps {
  readonly offered: OfferedAction
  /** Id of the words that say why it cannot be pressed; absent when it can. */
  readonly blockedBy: string | undefined
}

/** An action without words: one press, or a press and a yes. */
export function PressAction(props: Props) {
  const { blockedBy, observation, of = 'observation' } = props
  const { offered } = props
  const { label, likely, confirm } = offered
  const { api } = useSession()
  const { sending, problem, send } = useChange(props)
  const submissionOf = useSubmission()
  const take = () =>
    void send(submissionOf(observation.version), (from) =>
      api.takeOffered(of, offered, from, offered.given),
    )
  const [asking, setAsking] = useState(false)
  const focusComesBack = useRestoreFocusTarget()
  const press = () => {
    if (blockedBy !== undefined) return
    if (confirm === null) take()
    else setAsking(true)
  }
  const again = (
    <Button size="small" onClick={take}>
      Try again
    </Button>
  )
  return (
    <>
      <Button
        {...focusComesBack}
        appearance={likely ? 'primary' : 'secondary'}
        disabledFocusable={sending || blockedBy !== undefined}
        aria-describedby={blockedBy}
        onClick={press}
      >
        {sending ? 'Sending…' : label}
      </Button>
      {confirm !== null && (
        <Dialog open={asking} modalType="alert" onOpenChange={(_, { open }) => setAsking(open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>
                {observation.ref}: {label}?
              </DialogTitle>
              <DialogContent>{confirm}</DialogContent>
              <DialogActions>
                <Button
                  appearance="primary"
                  onClick={() => {
                    setAsking(false)
                    take()
                  }}
                >
                  {offered.send}
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
