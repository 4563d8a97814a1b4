import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Pages } from '../api/use-pages.ts'
import { ProblemView } from './problem-view.tsx'

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

/** How much of a list is shown, and the rest of it. */
export function MoreRows({ pages }: { readonly pages: Pages }) {
  const styles = useStyles()
  const { rows, total, hasMore, loadingMore, problem, more, retry } = pages
  const count = useRef<HTMLSpanElement>(null)
  const hadMore = useRef(false)
  useEffect(() => {
    // The button disappears with the last page. The focus stays where it was.
    if (hadMore.current && !hasMore && document.activeElement === document.body)
      count.current?.focus()
    hadMore.current = hasMore
  }, [hasMore])
  if (!rows) return null
  return (
    <>
      {problem && <ProblemView problem={problem} onRetry={retry} />}
      <div className={styles.foot}>
        <span role="status" tabIndex={-1} ref={count}>
          Showing {rows.length} of {total}
        </span>
        {hasMore && (
          <Button size="small" disabledFocusable={loadingMore} onClick={more}>
            {loadingMore ? 'Loading…' : 'Load more'}
          </Button>
        )}
      </div>
    </>
  )
}
