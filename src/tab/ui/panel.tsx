import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { use, useId } from 'react'
import { Heading } from './heading.tsx'
import { LevelContext, oneDeeper } from './level-context.ts'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (min-width: 640px)': { padding: tokens.spacingHorizontalXXL },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  aside: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface Props {
  readonly title: string
  /** A few words at the end of the title's line, such as a count. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A titled part of a page, on a surface of its own. */
export function Panel({ title, aside, className, children }: Props) {
  const styles = useStyles()
  const id = useId()
  const level = use(LevelContext)
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.panel, className)}>
      <div className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      <LevelContext value={oneDeeper(level)}>{children}</LevelContext>
    </section>
  )
}
