/**
 * Where the system replaces our colours with a few of its own. It leaves pictures as they are,
 * drops shadows and backgrounds, and draws every border. So meaning must be shown in its colours.
 */
export const HIGH_CONTRAST = '@media (forced-colors: active)'

/** What is chosen, in the system's colours. */
export const CURRENT = {
  outlineColor: 'Highlight',
  outlineStyle: 'solid',
  outlineWidth: '3px',
  outlineOffset: '-3px',
} as const
