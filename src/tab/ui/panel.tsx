import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { use, useId } from 'react'
import { Heading } from './heading.tsx'
import { LevelContext, oneDeeper } from './level-context.ts'
import { Surface } from './surface.tsx'

const useStyles = makeStyles({
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
  readonly children: ReactNode
}

/** A titled part of a page, on a surface of its own. */
export function Panel({ title, aside, children }: Props) {
  const styles = useStyles()
  const id = useId()
  const level = use(LevelContext)
  return (
    <Surface aria-labelledby={id}>
      <div className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      <LevelContext value={oneDeeper(level)}>{children}</LevelContext>
    </Surface>
  )
}
