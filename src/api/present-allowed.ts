import type { AllowedAction } from '../contract/common.ts'
import type { Allowed } from '../domain/shared/record.ts'

export const presentAllowed = (allowed: readonly Allowed[]): AllowedAction[] =>
  allowed.map(({ action, missing }) => ({
    action,
    missing: missing.map(({ need, say }) => ({ need, say })),
  }))
