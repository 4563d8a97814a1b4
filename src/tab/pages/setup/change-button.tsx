import { Button } from '@fluentui/react-components'
import { useBoard } from './use-board.ts'

interface Props {
  readonly action: string
  /** What the form is about, and its name. */
  readonly of?: string
  readonly about?: string
  readonly primary?: boolean
}

/** A button that opens the form of a change. Nothing if this person may not make it. */
export function ChangeButton({ action, of, about, primary = false }: Props) {
  const { board, open } = useBoard()
  const offered = board.allowed.find((one) => one.action === action)
  if (!offered) return null
  return (
    <Button
      size={primary ? 'medium' : 'small'}
      appearance={primary ? 'primary' : 'secondary'}
      data-change={`${action} ${of ?? ''}`}
      {...(about !== undefined && { 'aria-label': `${offered.label}: ${about}` })}
      onClick={() => open(action, of)}
    >
      {offered.label}
    </Button>
  )
}
