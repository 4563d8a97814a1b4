import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  tiles: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 15rem), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  tile: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  says: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export interface Tile {
  readonly name: string
  readonly value: string
  readonly says: string
}

/** A few figures at a glance, each with what it means. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  const styles = useStyles()
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ name, value, says }) => (
        <div key={name} className={styles.tile}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.says}>{says}</dd>
        </div>
      ))}
    </dl>
  )
}
