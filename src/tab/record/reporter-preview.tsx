import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { Heading } from '../ui/heading.tsx'
import { Said } from '../ui/said.tsx'

const useStyles = makeStyles({
  preview: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  head: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  empty: { margin: 0, color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
})

interface Props {
  readonly title: string
  readonly reference: string
  readonly outcome: string | null
  readonly words: string
  readonly reason: string
}

/** What the reporter will read, as it stands now. */
export function ReporterPreview({ title, reference, outcome, words, reason }: Props) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.preview}>
      <Heading id={id} className={styles.title}>
        {title}
      </Heading>
      <p className={styles.head}>
        {reference}: {outcome ?? 'the outcome you choose'}
      </p>
      {words.trim() === '' ? (
        <p className={styles.empty}>Your sentence stands here.</p>
      ) : (
        <Said text={words} />
      )}
      {reason.trim() === '' ? (
        <p className={styles.empty}>Your reason stands here.</p>
      ) : (
        <Said text={`Why: ${reason}`} />
      )}
    </section>
  )
}
