import { makeStyles, tokens } from '@fluentui/react-components'
import { DRAFT_DAYS } from '../session/drafts.ts'
import type { ActionFormState } from './use-action-form.ts'

const useStyles = makeStyles({
  note: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** Says where typed words are kept, and for how long. */
export function KeptNote({ form: { isTyped, isKept } }: { readonly form: ActionFormState }) {
  const styles = useStyles()
  if (!isTyped) return null
  return (
    <p className={styles.note}>
      {isKept
        ? `What you type is kept in this browser until you send or cancel it, for ${DRAFT_DAYS} days at most.`
        : 'This browser cannot keep what you type. Send it before you leave Learning Loop.'}
    </p>
  )
}
