import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useWide } from '../../ui/use-wide.ts'

const useStyles = makeStyles({
  story: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  text: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    // The rest of the window is for the form.
    maxHeight: '35dvh',
    overflowY: 'auto',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
})

interface Props {
  readonly title: string
  readonly children: ReactNode
}

/**
 * The story, in sight while somebody writes a decision. On a narrow screen it opens with a press.
 */
export function Story({ title, children }: Props) {
  const styles = useStyles()
  const wide = useWide()
  return (
    <details className={styles.story} open={wide}>
      <summary className={styles.title}>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keyboard */}
      <section className={styles.text} aria-label={title} tabIndex={0}>
        {children}
      </section>
    </details>
  )
}
