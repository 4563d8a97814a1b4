import { Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { use, useEffect, useRef, useState } from 'react'
import type { Changed } from '../../api/client-types.ts'
import { useLoad } from '../../api/use-load.ts'
import { NotShown } from '../../record/not-shown.tsx'
import { Unsent } from '../../record/unsent.tsx'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { LevelContext, oneDeeper } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading, PLACE } from '../../ui/page-heading.tsx'
import { SameDayBadge } from '../../ui/same-day-badge.tsx'
import { StageBadge } from '../../ui/stage-badge.tsx'
import { ReporterView } from './reporter-view.tsx'
import { TriagerView } from './triager-view.tsx'

const useStyles = makeStyles({
  back: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  top: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  badges: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    // Room for a badge, so that nothing moves when it appears.
    minHeight: '20px',
  },
})

interface Result {
  readonly says: string
  /** What must be done first, depending on what was just sent; else ''. */
  readonly urgent: string
  /** The change took the observation out of sight. */
  readonly isGone: boolean
}

interface Props {
  readonly reference: string
  readonly back?: { readonly href: string; readonly label: string }
  /** Something about the observation changed, also in lists. */
  readonly onChanged?: () => void
}

/** One observation as the person may see it. */
export function ObservationPage({ reference, back, onChanged }: Props) {
  const styles = useStyles()
  const { api } = useSession()
  const level = use(LevelContext)
  const load = (signal?: AbortSignal) => api.getObservation({ ref: reference }, signal)
  const loaded = useLoad(reference, load)
  const { problem, retry, show } = loaded
  const [result, setResult] = useState<Result | null>(null)
  const isGone = result?.isGone === true
  const data = isGone ? null : loaded.data
  const out = back ?? { href: href.home(), label: 'Back to Home' }

  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const done = (changed: Changed<'observation'>, says: string) => {
    onChanged?.()
    // A person who went elsewhere meanwhile is reading or typing there.
    if (!isHere.current) return
    if ('passedOn' in changed) setResult({ says: changed.says, urgent: '', isGone: true })
    else {
      show(changed)
      const before = data?.proposals.map(({ number }) => number) ?? []
      const proposed = changed.proposals.find(({ number }) => !before.includes(number))
      // Done if one person was enough. Otherwise it is proposed.
      setResult({ says: proposed?.says ?? says, urgent: changed.urgent ?? '', isGone: false })
    }
    document.getElementById(PLACE)?.focus()
  }
  const reload = async () => {
    setResult(null)
    // The refusal that led here is on the screen. A second failure to load adds nothing.
    await load().then(show, () => {})
    onChanged?.()
  }
  const View = data?.seenAs === 'reporter' ? ReporterView : TriagerView

  return (
    <>
      {(back || level === 1) && (
        <div>
          <Link href={out.href} className={styles.back}>
            <ArrowLeftRegular aria-hidden="true" /> {out.label}
          </Link>
        </div>
      )}
      <div className={styles.top}>
        <PageHeading title={reference} inPane={level > 1}>
          {data ? `${reference}: ${data.kind.label}` : reference}
        </PageHeading>
        <div className={styles.badges}>
          {data && <StageBadge stage={data.stage} />}
          {data?.sameDay &&
            data.seenAs === 'triager' &&
            data.stage !== 'closed' &&
            data.leftToOthers === null && <SameDayBadge />}
        </div>
        <div role="status">
          {result !== null && result.urgent !== '' && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                <strong>{result.urgent}</strong>
              </MessageBarBody>
            </MessageBar>
          )}
          {result !== null && (
            <MessageBar intent="success">
              <MessageBarBody>{result.says}</MessageBarBody>
            </MessageBar>
          )}
        </div>
      </div>
      {problem && <NotShown reference={reference} problem={problem} onRetry={retry} back={out} />}
      {isGone && <Unsent reference={reference} allowed={[]} />}
      {!problem && !data && !isGone && <Loading rows={6} />}
      {data && (
        <LevelContext value={oneDeeper(level)}>
          <View observation={data} onDone={done} onStale={reload} />
        </LevelContext>
      )}
    </>
  )
}
