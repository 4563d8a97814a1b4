/**
 * What a table has under a name that came from outside. A name that every object answers to
 * (`constructor`, `toString`) is no entry of it.
 */
export const entryOf = <Entry>(
  table: Readonly<Record<string, Entry>>,
  name: string,
): Entry | undefined => (Object.hasOwn(table, name) ? table[name] : undefined)
