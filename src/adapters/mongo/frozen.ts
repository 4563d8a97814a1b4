/** Serialises at once, so that the caller may change what it gave while the write is on its way. */
export const frozen = (data: unknown): string => JSON.stringify(data ?? null)
