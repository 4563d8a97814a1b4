/**
 * Looks up a name that came from outside. A name that every object has (`constructor`, `toString`)
 * finds nothing.
 */
export const entryOf = <Entry>(
  table: Readonly<Record<string, Entry>>,
  name: string,
): Entry | undefined => (Object.hasOwn(table, name) ? table[name] : undefined)
