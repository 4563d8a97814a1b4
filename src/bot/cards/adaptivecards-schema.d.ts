/**
 * Stands in for `adaptivecards/src/schema`, whose types the templating library imports. That is
 * TypeScript source, which fails under our stricter rules. See `paths` in tsconfig.json.
 */
export type IAdaptiveCard = Record<string, unknown>
