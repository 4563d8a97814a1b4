import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'

interface Props {
  /** Whether there is something that would be lost. */
  readonly asks: boolean
  readonly onCancel: () => void
}

/** Closes a form. What was typed is deleted, so it is asked first. */
export function CancelButton({ asks, onCancel }: Props) {
  if (!asks) return <Button onClick={onCancel}>Cancel</Button>
  return (
    <Dialog modalType="alert">
      <DialogTrigger disableButtonEnhancement>
        <Button>Cancel</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Delete what you typed?</DialogTitle>
          <DialogContent>It has not been sent, and cannot be brought back.</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onCancel}>
              Delete it
            </Button>
            <DialogTrigger disableButtonEnhancement>
              <Button>Go on writing</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
