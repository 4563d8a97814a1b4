import type { SelectProps } from '@fluentui/react-components'
import { Select as FluentSelect, makeStyles, mergeClasses } from '@fluentui/react-components'

const useStyles = makeStyles({ root: { minWidth: 0, maxWidth: '100%' } })

/** A menu that is never wider than the place it stands in, however long its choices are. */
export function Select({ className, ...props }: SelectProps) {
  const styles = useStyles()
  return <FluentSelect {...props} className={mergeClasses(styles.root, className)} />
}
