import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { use, useEffect, useRef } from 'react'
import { Heading } from './heading.tsx'
import { VisitContext } from './visit-context.ts'

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    // The focus is put here to read from here, not to press.
    ':focus': { outlineStyle: 'none' },
  },
  inPane: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
})

/** The id of the heading of the place, for moving the focus there. */
export const PLACE = 'place'

interface Props {
  /** The title of the window, before the product's name. */
  readonly title: string
  /** False for a heading beside the main one. */
  readonly leads?: boolean
  readonly inPane?: boolean
  readonly children?: ReactNode
}

/** The heading of a place. It names the window, and takes the focus when somebody comes here. */
export function PageHeading({ title, leads = true, inPane = false, children }: Props) {
  const styles = useStyles()
  const visit = use(VisitContext)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (leads) document.title = `${title} – Learning Loop`
  }, [leads, title])
  useEffect(() => {
    if (!leads || visit === 0) return
    window.scrollTo(0, 0)
    heading.current?.focus()
  }, [leads, visit])
  return (
    <Heading
      ref={heading}
      {...(leads && { id: PLACE })}
      tabIndex={-1}
      className={mergeClasses(styles.heading, inPane && styles.inPane)}
    >
      {children ?? title}
    </Heading>
  )
}
