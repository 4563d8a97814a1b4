import { Link, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { BoardChanges, BoardDetail, BoardForm as Form } from '../../../contract/people.ts'
import { useLoad } from '../../api/use-load.ts'
import { ActionForm } from '../../record/action-form.tsx'
import { askedWith } from '../../record/field-values.ts'
import { ShownField } from '../../record/shown-field.tsx'
import { Unsent } from '../../record/unsent.tsx'
import { useSession } from '../../session/session-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { Surface } from '../../ui/surface.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { useBoard } from './use-board.ts'
import { boardRef, useBoardForm } from './use-board-form.ts'

const useStyles = makeStyles({ effects: { margin: 0, maxWidth: '75ch' } })

interface Props {
  readonly action: string
  /** The agency, person or appointment it is about. */
  readonly of: string | undefined
  /** Takes the current settings after somebody else changed them. */
  readonly onBoard: (board: BoardDetail) => void
  readonly onDone: (board: BoardDetail, says: string) => void
  readonly onCancel: () => void
}

interface OpenProps extends Props {
  readonly form: Form
  readonly onForm: (form: Form) => void
}

function OpenForm({ form, action, of, onForm, onBoard, onDone, onCancel }: OpenProps) {
  const styles = useStyles()
  const { api } = useSession()
  const { board } = useBoard()
  const [meanwhile, setMeanwhile] = useState<BoardChanges['rows']>([])
  const onStale = async () => {
    const [next, now, changes] = await Promise.all([
      api.getBoardForm({ action, ...(of !== undefined && { of }) }),
      api.getBoard({}),
      api.listBoardChanges({ since: board.changes }),
    ])
    onForm(next)
    onBoard(now)
    setMeanwhile(changes.rows)
  }
  const state = useBoardForm({
    form,
    about: of,
    onStale,
    onDone: (changed) => onDone(changed, form.offered.done),
    onCancel,
  })
  return (
    <ActionForm form={state}>
      <Meanwhile rows={meanwhile} />
      {form.effects.length > 0 && (
        <ul className={styles.effects} aria-label="What this will do">
          {form.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
      {askedWith(form.offered.fields, state.values).map((field) => (
        <ShownField key={field.name} field={field} form={state} onChange={state.change} />
      ))}
    </ActionForm>
  )
}

/** The form of one change of the board settings, with what it will do. */
export function BoardForm(props: Props) {
  const { action, of, onCancel } = props
  const { api } = useSession()
  const { board } = useBoard()
  const { data, problem, retry, show } = useLoad(`form ${action} ${of}`, (signal) =>
    api.getBoardForm({ action, ...(of !== undefined && { of }) }, signal),
  )
  return (
    <Surface>
      {problem && (
        <>
          <ProblemView problem={problem} onRetry={retry} />
          <Link as="button" onClick={onCancel}>
            Back to the list
          </Link>
          <Unsent reference={boardRef(of)} allowed={board.allowed} />
        </>
      )}
      {!problem && !data && <Loading rows={4} />}
      {data && <OpenForm {...props} form={data} onForm={show} />}
    </Surface>
  )
}
