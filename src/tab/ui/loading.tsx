import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
  },
  short: { width: '55%' },
  long: { width: '85%' },
})

/** Holds the place of rows that are on their way. */
export function Loading({ rows = 3 }: { readonly rows?: number }) {
  const styles = useStyles()
  return (
    <Skeleton aria-label="Loading" className={styles.rows}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same
        <div key={row} className={styles.row}>
          <SkeletonItem size={16} className={styles.short} />
          <SkeletonItem size={12} className={styles.long} />
        </div>
      ))}
    </Skeleton>
  )
}
