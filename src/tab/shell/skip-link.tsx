import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  link: {
    position: 'absolute',
    zIndex: 1,
    insetInlineStart: tokens.spacingHorizontalM,
    top: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':not(:focus)': { transform: 'translateY(-400%)' },
  },
})

/** Skips the navigation, for people who use a keyboard. */
export function SkipLink() {
  const styles = useStyles()
  // No link: the address is the place in the tab and must not change.
  const skip = () => document.querySelector<HTMLElement>('main')?.focus()
  return (
    <button type="button" className={styles.link} onClick={skip}>
      Skip to the content
    </button>
  )
}
