import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: 'flex', fontSize: '32px', color: tokens.colorBrandForeground1 },
  text: { margin: 0, maxWidth: '44ch' },
})

interface Props {
  readonly icon: ReactNode
  /** What is missing, and what to do. */
  readonly says: string
  readonly children?: ReactNode
}

/** Shown where there is nothing else to show. */
export function EmptyState({ icon, says, children }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <p className={styles.text}>{says}</p>
      {children}
    </div>
  )
}
