import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { useSession } from '../session/session-context.ts'
import { PLACE } from '../ui/page-heading.tsx'
import { Panel } from '../ui/panel.tsx'
import { Said } from '../ui/said.tsx'

const useStyles = makeStyles({ lead: { margin: 0 }, button: { alignSelf: 'flex-start' } })

interface Props {
  readonly reference: string
  /** The actions still possible; none where the record is out of sight. */
  readonly allowed: readonly { readonly action: string }[]
}

/** Words for an action that can no longer be sent, so that they are not lost with it. */
export function Unsent({ reference: ref, allowed }: Props) {
  const styles = useStyles()
  const { drafts } = useSession()
  const [, setDeleted] = useState(0)
  const begun = drafts
    .begun(ref)
    .filter((action) => !allowed.some((one) => one.action === action))
    .flatMap((action) => {
      const draft = drafts.read({ ref, action })
      return draft ? [{ action, ...draft }] : []
    })
  return begun.map(({ action, label, texts, typed, submission }) => (
    <Panel
      key={action}
      title={`${submission === null ? 'Not sent' : 'Perhaps not sent'}: ${label}`}
    >
      <p className={styles.lead}>
        You began this, and meanwhile it cannot be done any more. Copy what you need.
      </p>
      {texts.map((name) => (
        <Said key={name} text={typed[name] ?? ''} />
      ))}
      <Button
        className={styles.button}
        onClick={() => {
          drafts.forget({ ref, action })
          // The button disappears with what it deletes.
          document.getElementById(PLACE)?.focus()
          setDeleted((made) => made + 1)
        }}
      >
        Delete it
      </Button>
    </Panel>
  ))
}
