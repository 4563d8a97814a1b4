/** The submission of something only the demo did. Nobody was told of it. */
export const madeUp = (what: string): string => `demo-${what}`

/** Whether the demo caused an event. The cause of a report also names its reporter. */
export const isMadeUp = (cause: string): boolean => /^([^:]+:)?demo-/.test(cause)

/** The tenant of everybody on the demo board. No account of Microsoft has it. */
export const MADE_UP_TENANT = 'demo'
