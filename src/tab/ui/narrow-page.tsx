import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  page: {
    width: '100%',
    maxWidth: '720px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
})

/** A page before anybody is signed in: one column, no navigation. */
export function NarrowPage({ children }: { readonly children: ReactNode }) {
  return <main className={useStyles().page}>{children}</main>
}
