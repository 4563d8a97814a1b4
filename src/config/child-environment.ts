/** The environment a program that we start inherits from us. */
export const childEnvironment = (): Readonly<Record<string, string | undefined>> => ({
  ...process.env,
})
