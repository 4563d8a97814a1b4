/**
 * Stands in for `adaptivecards/src/schema`, which the templating library's types import: that is
 * TypeScript source, checked under our stricter rules, and fails. See `paths` in tsconfig.json.
 */
export type IAdaptiveCard = Record<string, unknown>
