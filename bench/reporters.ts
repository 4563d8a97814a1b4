/** The tenant of everybody on the demo board. */
export const TENANT = 'demo'

/** Account and id of somebody who reports in the bench. */
export const reporter = (index: number): string => `reporter${index + 1}`
