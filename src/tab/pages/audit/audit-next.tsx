import { makeStyles } from '@fluentui/react-components'
import { Panel } from '../../ui/panel.tsx'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '1.25em', maxWidth: '75ch' },
})

/** What an auditor can do with what they see here. */
export function AuditNext() {
  return (
    <Panel title="What to do next">
      <ul className={useStyles().list}>
        <li>
          To check one record, ask for it above: whether its chain is whole is shown over the lines.
        </li>
        <li>
          To check everything, ask whoever runs Learning Loop to run <code>npm run audit</code>. It
          looks at every event of every record and at every reading.
        </li>
        <li>
          If a chain is broken, or somebody read what they had no reason to read, change nothing.
          Tell the business manager and the chair the same day: which record, which event, who.
        </li>
      </ul>
    </Panel>
  )
}
