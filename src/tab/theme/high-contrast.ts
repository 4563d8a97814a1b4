/**
 * Where the system puts its own few colours in place of ours. It leaves pictures as they are, drops
 * shadows and backgrounds, and draws every border: what says something has to be said in its colours.
 */
export const HIGH_CONTRAST = '@media (forced-colors: active)'

/** What is chosen, in the system's colours. */
export const CURRENT = {
  outlineColor: 'Highlight',
  outlineStyle: 'solid',
  outlineWidth: '3px',
  outlineOffset: '-3px',
} as const
