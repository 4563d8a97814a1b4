import { tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const LINE = tokens.colorNeutralBackground1

/** Colour and pattern of each place in the list of kinds: neither alone has to tell them apart. */
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
  /** Id of the picture they are for: ids are one for the whole page. */
  readonly chart: string
  readonly count: number
}

/** The patterns of a picture, to be put into its `defs`. */
export function KindPatterns({ chart, count }: Props) {
  return Array.from({ length: count }, (_, place) => (
    <pattern
      key={patternId(chart, place)}
      id={patternId(chart, place)}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
    >
      <rect width="8" height="8" fill={lookAt(place)?.colour} />
      <g stroke={LINE} strokeWidth="1.5" fill="none">
        {lookAt(place)?.marks}
      </g>
    </pattern>
  ))
}
