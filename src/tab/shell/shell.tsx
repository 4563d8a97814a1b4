import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSyncCircleFilled } from '@fluentui/react-icons/svg/arrow-sync-circle'
import { useRoute } from '../route/use-route.ts'
import { useSession } from '../session/session-context.ts'
import { useWide } from '../ui/use-wide.ts'
import { VisitContext } from '../ui/visit-context.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Navigation } from './navigation.tsx'
import { Page } from './page.tsx'
import { SkipLink } from './skip-link.tsx'

const useStyles = makeStyles({
  shell: { flexGrow: 1, display: 'flex', flexDirection: 'column', minHeight: 0 },
  header: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXL,
    paddingInline: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 640px)': { paddingInline: tokens.spacingHorizontalXXL },
  },
  product: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    minWidth: 0,
  },
  mark: { display: 'flex', fontSize: '28px', color: tokens.colorBrandForeground1 },
  name: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase200 },
  board: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  main: {
    flexGrow: 1,
    minHeight: 0,
    width: '100%',
    maxWidth: '1160px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    ':focus': { outlineStyle: 'none' },
    '@media (min-width: 640px)': { padding: tokens.spacingHorizontalXXL },
  },
  broad: { maxWidth: '1600px' },
})

/** The frame of every page: where it is, where else one can go, and the page itself. */
export function Shell() {
  const styles = useStyles()
  const { me } = useSession()
  const { route, number } = useRoute()
  const wide = useWide()
  const broad = route.page === 'triage' && wide
  const at = route.page === 'outlines' ? route.from : route.page === 'reports' ? 'home' : route.page
  return (
    <VisitContext value={number}>
      <div className={styles.shell}>
        <header className={styles.header}>
          <SkipLink />
          <div className={styles.product}>
            <span className={styles.mark} aria-hidden="true">
              <ArrowSyncCircleFilled />
            </span>
            <div>
              <div className={styles.name}>Learning Loop</div>
              <div className={styles.board}>{me.board.name}</div>
            </div>
          </div>
          <Navigation pages={me.pages} current={at === 'unknown' ? null : at} />
        </header>
        <main tabIndex={-1} className={mergeClasses(styles.main, broad && styles.broad)}>
          <ErrorBoundary visit={number}>
            <Page route={route} wide={wide} />
          </ErrorBoundary>
        </main>
      </div>
    </VisitContext>
  )
}
