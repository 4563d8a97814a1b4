import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components'
import type { BoardChanges } from '../../../contract/people.ts'
import { dayOf } from '../../ui/dates.ts'

const useStyles = makeStyles({ list: { margin: 0 } })

/** Who changed what while a form was filled in. */
export function Meanwhile({ rows }: { readonly rows: BoardChanges['rows'] }) {
  const styles = useStyles()
  if (rows.length === 0) return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        Changed meanwhile:
        <ul className={styles.list}>
          {rows.map(({ at, by, says }) => (
            <li key={`${at} ${says}`}>
              {says} ({by}, {dayOf(at)})
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
