/**
 * Host configs for the renderer that look like Teams, by eye: its light and dark themes in the
 * browser. How Teams itself draws a card is known only from its documentation.
 */
interface Palette {
  readonly text: string
  readonly subtle: string
  readonly accent: string
  readonly attention: string
  readonly card: string
  readonly emphasis: string
  readonly attentionBack: string
  readonly line: string
}

const hostConfig = (palette: Palette) => {
  const colour = (normal: string, subtle = palette.subtle) => ({ default: normal, subtle })
  const foregroundColors = {
    default: colour(palette.text),
    dark: colour(palette.text),
    light: colour(palette.subtle),
    accent: colour(palette.accent),
    good: colour(palette.text),
    warning: colour(palette.text),
    attention: colour(palette.attention, palette.attention),
  }
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors })
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', system-ui, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: {
      small: 8,
      default: 12,
      medium: 16,
      large: 24,
      extraLarge: 32,
      padding: 16,
    },
    separator: { lineThickness: 1, lineColor: palette.line },
    containerStyles: {
      default: container(palette.card),
      emphasis: container(palette.emphasis),
      accent: container(palette.emphasis),
      good: container(palette.emphasis),
      warning: container(palette.emphasis),
      attention: container(palette.attentionBack),
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { color: 'default', size: 'default', weight: 'bolder', suffix: ' *' },
        optionalInputs: { color: 'default', size: 'default', weight: 'bolder' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'bolder' },
    },
    actions: {
      maxActions: 6,
      spacing: 'medium',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16 },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 12,
    },
    textBlock: { headingLevel: 4 },
    textStyles: { heading: { size: 'medium', weight: 'bolder' } },
  }
}

export const HOST_CONFIGS = {
  light: hostConfig({
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    attention: '#b10e1c',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    attentionBack: '#fdf3f4',
    line: '#e0e0e0',
  }),
  dark: hostConfig({
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#a6a7f0',
    attention: '#ff99a4',
    card: '#292929',
    emphasis: '#1f1f1f',
    attentionBack: '#3b1519',
    line: '#525252',
  }),
}
