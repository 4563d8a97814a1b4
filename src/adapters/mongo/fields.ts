import { Schema } from 'mongoose'

// An empty text is a text: people may say nothing, and that is kept.
Schema.Types.String.checkRequired((value) => typeof value === 'string')

/** Definitions of fields that are required, and of texts that are not. */
export const text = { type: String, required: true } as const
export const perhapsText = { type: String, default: null } as const
export const number = { type: Number, required: true } as const
export const truth = { type: Boolean, required: true } as const

/** An index of ours. Created at start, and looked up by name where queries are explained. */
export interface Index {
  readonly keys: Readonly<Record<string, 1 | -1>>
  readonly name: string
  readonly unique?: true
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>
  readonly expireAfterSeconds?: number
}
