import { makeStyles, tokens } from '@fluentui/react-components'
import { useLoad } from '../../api/use-load.ts'
import { useSession } from '../../session/session-context.ts'
import { Facts } from '../../ui/facts.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { BoardPart } from './board-part.tsx'
import { ChangeButton } from './change-button.tsx'

const useStyles = makeStyles({
  change: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

function Rules() {
  const styles = useStyles()
  const { api } = useSession()
  // Choosing the profile comes back here, so the rules are loaded again.
  const { data, problem, retry } = useLoad('rules', (signal) => api.listRules({}, signal))
  if (problem) return <ProblemView problem={problem} onRetry={retry} />
  if (!data) return <Loading rows={8} />
  return (
    <>
      <div>
        <ChangeButton action="chooseProfile" />
      </div>
      {data.parts.map(({ title, change, rows }) => (
        <Panel key={title} title={title}>
          <Facts facts={rows.map(({ what, is }) => ({ term: what, value: is }))} />
          <p className={styles.change}>{change}</p>
        </Panel>
      ))}
    </>
  )
}

/** The rules of the board, and what of them can be changed. */
export const RulesPart = () => (
  <BoardPart
    changes={['chooseProfile']}
    lead="What can be reported here, where it goes, by when it is answered and how long it is kept."
  >
    <Rules />
  </BoardPart>
)
