export type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A part of what a client sent, by name; empty when it is no object. */
export const nodeIn = (value: unknown): Node => (isNode(value) ? value : {})

export const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : []

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
