import { makeStyles, tokens } from '@fluentui/react-components'
import { ShieldErrorFilled } from '@fluentui/react-icons/svg/shield-error'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorStatusDangerBorderActive,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  icon: {
    display: 'flex',
    flexShrink: 0,
    fontSize: '20px',
    color: tokens.colorStatusDangerForeground1,
  },
})

/** What to do when a child is at risk, before anything else. */
export function SafetyLine({ referral }: { readonly referral: string }) {
  const styles = useStyles()
  return (
    <p className={styles.line}>
      <span className={styles.icon} aria-hidden="true">
        <ShieldErrorFilled />
      </span>
      <span>
        <strong>If a child is in danger now, call 999.</strong> If you are worried about a child,
        use your local referral route: {referral}
      </span>
    </p>
  )
}
