import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Labelled } from '../../../contract/common.ts'
import type { DescribedName } from '../../../contract/records.ts'
import { href } from '../../route/href.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationThickness: tokens.strokeWidthThick,
  },
  name: { color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly kind: DescribedName
  readonly name: string
  readonly label: string
  readonly choices: readonly Labelled[]
  readonly query: URLSearchParams
}

/** Narrows a list to one choice, as links that can be kept. */
export function FilterLinks({ kind, name, label, choices, query }: Props) {
  const styles = useStyles()
  const chosen = query.get(name)
  const to = (code: string | null) => {
    const next = new URLSearchParams(query)
    if (code === null) next.delete(name)
    else next.set(name, code)
    return href.records(kind, next)
  }
  return (
    <nav aria-label={label} className={styles.row}>
      <span className={styles.name}>{label}:</span>
      {[{ code: null, label: 'All' }, ...choices].map(({ code, label: says }) => (
        <Link
          key={code ?? ''}
          href={to(code)}
          aria-current={code === chosen ? 'true' : undefined}
          className={code === chosen ? styles.chosen : undefined}
        >
          {says}
        </Link>
      ))}
    </nav>
  )
}
