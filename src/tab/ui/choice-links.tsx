import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CURRENT, HIGH_CONTRAST } from '../theme/high-contrast.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    textDecorationLine: 'none',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  current: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 calc(-1 * ${tokens.strokeWidthThickest}) 0 ${tokens.colorCompoundBrandStroke}`,
    [HIGH_CONTRAST]: CURRENT,
  },
})

interface Choice {
  readonly label: string
  readonly to: string
  readonly current: boolean
}

interface Props {
  readonly label: string
  readonly choices: readonly Choice[]
}

/** One of a few views of a page, each with an address of its own. */
export function ChoiceLinks({ label, choices }: Props) {
  const styles = useStyles()
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {choices.map((choice) => (
          <li key={choice.to}>
            <a
              href={choice.to}
              className={mergeClasses(styles.link, choice.current && styles.current)}
              aria-current={choice.current ? 'true' : undefined}
            >
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
