import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { Panel } from '../../ui/panel.tsx'
import { BoardPart } from './board-part.tsx'
import { SheetPlanView } from './sheet-plan.tsx'
import type { Sheet, SheetState } from './use-sheet.ts'
import { useSheet } from './use-sheet.ts'

const useStyles = makeStyles({
  line: { margin: 0, maxWidth: '75ch' },
  file: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  input: { maxWidth: '100%', font: 'inherit', color: 'inherit' },
})

const SHEETS: Readonly<Record<Sheet, { readonly title: string; readonly says: string }>> = {
  agencies: {
    title: 'Agencies',
    says: 'An agency is known by its name. The type is one of those that the form offers.',
  },
  people: {
    title: 'People',
    says: 'A person is known by tenant id and object id. The agency is named as in the list of agencies, so enter those first.',
  },
}

const wordsOf = (problem: NonNullable<SheetState['problem']>): string => {
  if (typeof problem === 'string') return problem
  if (problem.code === 'conflict')
    return 'Somebody changed the settings meanwhile. The file was looked through again: see what it would do now.'
  return problem.detail
}

function OneSheet({ sheet, state }: { readonly sheet: Sheet; readonly state: SheetState }) {
  const styles = useStyles()
  const id = useId()
  const { busy, chosen, choose, enter, drop, save } = state
  const { title, says } = SHEETS[sheet]
  return (
    <Panel title={title}>
      <p className={styles.line}>{says}</p>
      <div>
        <Button disabledFocusable={busy} onClick={() => save(sheet)}>
          Export {sheet}
        </Button>
      </div>
      {chosen?.sheet === sheet ? (
        <SheetPlanView
          name={chosen.name}
          plan={chosen.plan}
          busy={busy}
          onEnter={enter}
          onDrop={drop}
        />
      ) : (
        <div className={styles.file}>
          <label htmlFor={id}>Choose a CSV file of {sheet} to look through</label>
          <input
            id={id}
            type="file"
            accept=".csv,text/csv"
            className={styles.input}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) choose(sheet, file)
              // So that choosing the same file again counts as a choice.
              target.value = ''
            }}
          />
        </div>
      )}
    </Panel>
  )
}

function Sheets() {
  const state = useSheet()
  const { problem, said } = state
  return (
    <>
      {problem !== null && (
        <div role="alert">
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{wordsOf(problem)}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      <div role="status">
        {said !== '' && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <OneSheet sheet="agencies" state={state} />
      <OneSheet sheet="people" state={state} />
    </>
  )
}

/** Agencies and people from a spreadsheet, and into one. */
export const SpreadsheetPart = () => (
  <BoardPart
    changes={[]}
    lead="Enter many agencies or people from a file, or keep a copy of what is entered. Export one first to see its columns. You see what a file would do before anything is entered; what is not in it stays as it is, and nothing is ever deleted."
  >
    <Sheets />
  </BoardPart>
)
