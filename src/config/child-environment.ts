/** The environment that a program started by us inherits. */
export const childEnvironment = (): Readonly<Record<string, string | undefined>> => ({
  ...process.env,
})
