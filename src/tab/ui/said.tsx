import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  said: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    // Each line by itself, as people mix scripts.
    unicodeBidi: 'plaintext',
    maxWidth: '75ch',
    lineHeight: tokens.lineHeightBase400,
  },
})

/** Somebody's own words. Always plain text, in the direction of their script. */
export function Said({ text, className }: { readonly text: string; readonly className?: string }) {
  const styles = useStyles()
  return (
    <p dir="auto" className={mergeClasses(styles.said, className)}>
      {text}
    </p>
  )
}
