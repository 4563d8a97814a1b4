import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    paddingBlock: tokens.spacingVerticalXS,
    width: 'fit-content',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  text: { margin: 0, maxWidth: '75ch', color: tokens.colorNeutralForeground2 },
})

/** How a figure was counted, for people who ask. */
export function CountedHow({ text }: { readonly text: string }) {
  const styles = useStyles()
  return (
    <details>
      <summary className={styles.summary}>How this was counted</summary>
      <p className={styles.text}>{text}</p>
    </details>
  )
}
