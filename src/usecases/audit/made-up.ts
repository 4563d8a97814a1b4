/** The submission of something that only the demo did, so that nobody was told of it. */
export const madeUp = (what: string): string => `demo-${what}`

/** Whether this caused an event: a report also has its reporter in its cause. */
export const isMadeUp = (cause: string): boolean => /^([^:]+:)?demo-/.test(cause)
