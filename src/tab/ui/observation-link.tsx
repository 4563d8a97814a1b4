import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ObservationRow } from '../../contract/observations.ts'
import { CURRENT, HIGH_CONTRAST } from '../theme/high-contrast.ts'

const useStyles = makeStyles({
  link: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset ${tokens.strokeWidthThickest} 0 0 ${tokens.colorCompoundBrandStroke}`,
    [HIGH_CONTRAST]: CURRENT,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  kind: { fontWeight: tokens.fontWeightSemibold },
  ref: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  rest: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

interface Props {
  readonly row: { readonly ref: string; readonly kind: Pick<ObservationRow['kind'], 'label'> }
  readonly to: string
  readonly current?: boolean
  readonly badge?: ReactNode
  readonly children: ReactNode
}

/** One observation in a list: what kind it is, its reference, and a line or two about it. */
export function ObservationLink({ row, to, current = false, badge, children }: Props) {
  const styles = useStyles()
  return (
    <a
      href={to}
      className={mergeClasses(styles.link, current && styles.current)}
      aria-current={current ? 'true' : undefined}
    >
      <span className={styles.head}>
        <span className={styles.kind}>{row.kind.label}</span>
        <span className={styles.ref}>{row.ref}</span>
        {badge}
      </span>
      <span className={styles.rest}>{children}</span>
    </a>
  )
}
