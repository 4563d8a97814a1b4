import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  mergeClasses,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ThemeName } from './theme-name.ts'

const THEMES = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
} as const satisfies Record<ThemeName, unknown>

const useStaticStyles = makeStaticStyles({ body: { margin: 0 } })

const useStyles = makeStyles({
  root: {
    minHeight: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
})

/** Everything inside has the theme: colours, type, and the browser's own controls. */
export function Themed({ name, children }: { name: ThemeName; children: ReactNode }) {
  useStaticStyles()
  const styles = useStyles()
  return (
    <FluentProvider
      theme={THEMES[name]}
      className={mergeClasses(styles.root, name === 'default' ? styles.light : styles.dark)}
    >
      {children}
    </FluentProvider>
  )
}
