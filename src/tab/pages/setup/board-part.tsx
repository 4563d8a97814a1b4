import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { BoardDetail } from '../../../contract/people.ts'
import { useLoad } from '../../api/use-load.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { BoardForm } from './board-form.tsx'
import { BoardContext } from './use-board.ts'
import { BOARD_REF } from './use-board-form.ts'

const useStyles = makeStyles({
  lead: { margin: 0, maxWidth: '75ch' },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    ':focus': { outlineStyle: 'none' },
  },
})

interface Change {
  readonly action: string
  readonly of: string | undefined
}

interface Props {
  readonly lead: string
  /** The changes that are made in this part. */
  readonly changes: readonly string[]
  readonly children: ReactNode
}

/** A part of Set-up: its entries, or the form of what is being changed. */
export function BoardPart({ lead, changes, children }: Props) {
  const styles = useStyles()
  const { api, drafts } = useSession()
  const { data, problem, retry, show } = useLoad('board', (signal) => api.getBoard({}, signal))
  // Begins with a form that somebody has begun.
  const [change, setChange] = useState<Change | null>(() => {
    const begun = drafts.begunUnder(BOARD_REF).find(({ action }) => changes.includes(action))
    return begun
      ? { action: begun.action, of: begun.ref.slice(BOARD_REF.length) || undefined }
      : null
  })
  const [said, setSaid] = useState('')
  const left = useRef<Change | null>(null)
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (change !== null || left.current === null) return
    const { action, of } = left.current
    left.current = null
    // Back to the button that opened the form. If it is gone, to the message.
    const button = part.current?.querySelector<HTMLElement>(
      `[data-change="${CSS.escape(`${action} ${of ?? ''}`)}"]`,
    )
    const target = button ?? part.current
    target?.focus()
  }, [change])

  if (problem)
    return (
      <ProblemView
        problem={problem}
        onRetry={retry}
        back={{ href: href.home(), label: 'Go to Home' }}
      />
    )
  if (!data) return <Loading rows={6} />
  const close = () => {
    left.current = change
    setChange(null)
  }
  const done = (board: BoardDetail, says: string) => {
    show(board)
    setSaid(says)
    close()
  }
  return (
    <BoardContext
      value={{
        board: data,
        show,
        open: (action, of) => {
          setSaid('')
          setChange({ action, of })
        },
      }}
    >
      <p className={styles.lead}>{lead}</p>
      <div role="status">
        {said !== '' && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {change ? (
        <BoardForm
          key={`${change.action} ${change.of}`}
          action={change.action}
          of={change.of}
          onBoard={show}
          onDone={done}
          onCancel={close}
        />
      ) : (
        <div ref={part} tabIndex={-1} className={styles.part}>
          {children}
        </div>
      )}
    </BoardContext>
  )
}
