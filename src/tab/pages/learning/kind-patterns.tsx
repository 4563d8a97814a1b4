import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { HIGH_CONTRAST } from '../../theme/high-contrast.ts'

const useStyles = makeStyles({
  // With few system colours, only the marks tell the kinds apart.
  colour: { [HIGH_CONTRAST]: { fill: 'CanvasText' } },
  marks: { stroke: tokens.colorNeutralBackground1, [HIGH_CONTRAST]: { stroke: 'Canvas' } },
})

/** Colour and pattern of each place in the list of kinds, so that neither has to do it alone. */
const LOOKS: readonly { readonly colour: string; readonly marks: ReactNode }[] = [
  { colour: tokens.colorPaletteTealBorderActive, marks: null },
  { colour: tokens.colorPaletteForestBorderActive, marks: <path d="M0 8L8 0" /> },
  { colour: tokens.colorPaletteSeafoamBorderActive, marks: <path d="M0 4H8" /> },
  {
    colour: tokens.colorPalettePurpleBorderActive,
    marks: <path d="M2 1.9V2.1M6 5.9V6.1" strokeWidth="2.5" strokeLinecap="round" />,
  },
  { colour: tokens.colorPaletteRoyalBlueBorderActive, marks: <path d="M0 0L8 8" /> },
  { colour: tokens.colorPaletteLavenderBorderActive, marks: <path d="M4 0V8" /> },
  { colour: tokens.colorPaletteSteelBorderActive, marks: <path d="M4 0V8M0 4H8" /> },
  { colour: tokens.colorPaletteGrapeBorderActive, marks: <path d="M0 0L8 8M0 8L8 0" /> },
]

const lookAt = (place: number) => LOOKS[place % LOOKS.length]

export const patternId = (chart: string, place: number): string => `${chart}-kind-${place}`

interface Props {
  /** Id of their picture, since ids must be unique on the page. */
  readonly chart: string
  readonly count: number
}

/** The patterns of a picture, for its `defs`. */
export function KindPatterns({ chart, count }: Props) {
  const styles = useStyles()
  return Array.from({ length: count }, (_, place) => (
    <pattern
      key={patternId(chart, place)}
      id={patternId(chart, place)}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
    >
      <rect width="8" height="8" fill={lookAt(place)?.colour} className={styles.colour} />
      <g className={styles.marks} strokeWidth="1.5" fill="none">
        {lookAt(place)?.marks}
      </g>
    </pattern>
  ))
}
