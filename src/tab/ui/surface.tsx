import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ComponentProps } from 'react'

const useStyles = makeStyles({
  surface: {
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
})

/** What a part of a page lies on. */
export function Surface({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={mergeClasses(useStyles().surface, className)} />
}
