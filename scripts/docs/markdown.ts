/** A Markdown table; a bar inside a cell stays a bar. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

/** Says in a generated page that it is generated, and by what. */
export const writtenBy = (script: string): string =>
  `<!-- Written by \`npm run docs\` (${script}). Change what it is made from, not this page. -->`
