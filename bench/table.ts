type Row = Readonly<Record<string, string | number>>

/** Rows as aligned text: words to the left, figures to the right. The keys are the headings. */
export function tableOf(rows: readonly Row[]): string {
  const headings = Object.keys(rows[0] ?? {})
  const columns = headings.map((heading) => {
    const cells = rows.map((row) => textOf(row[heading] ?? ''))
    const isFigures = rows.some((row) => typeof row[heading] === 'number')
    const width = Math.max(heading.length, ...cells.map(({ length }) => length))
    const fit = (cell: string) => (isFigures ? cell.padStart(width) : cell.padEnd(width))
    return [heading, ...cells].map(fit)
  })
  return ['', ...rows.map(() => '')]
    .map((_, line) => columns.map((cells) => cells[line]).join('  '))
    .map((line) => `  ${line}`.trimEnd())
    .join('\n')
}

const textOf = (cell: string | number): string =>
  typeof cell === 'string' ? cell : cell.toLocaleString('en-GB', { maximumSignificantDigits: 3 })
