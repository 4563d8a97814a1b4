import type { Activity } from 'botbuilder'
import type { Account } from '../../domain/board/directory.ts'
import { accountId } from '../../domain/words/ids.ts'

/** Why the bot does not speak with somebody. */
export type TurnedAway =
  | 'bot-no-token'
  | 'bot-token'
  | 'bot-no-account'
  | 'bot-channel'
  | 'bot-tenant'
  | 'bot-guest'

export interface Door {
  /** Tenants whose people may use the bot; `null` in local mode, where there is no tenant. */
  readonly allowedTenants: readonly string[] | null
  /** Whether people of other tenants may use it as guests of these. */
  readonly allowGuests?: boolean
  /** Called with the reason when somebody is turned away. */
  readonly onTurnedAway?: (reason: TurnedAway) => void
}

/** Why the sender of an activity that the channel's token vouches for is not spoken with. */
export function whyNot(
  activity: Activity,
  account: Account | undefined,
  { allowedTenants, allowGuests }: Door,
): TurnedAway | undefined {
  if (!account) return 'bot-no-account'
  if (!allowedTenants) return undefined
  // Of the Bot Service's channels only Teams vouches for who speaks. Others let a client say it.
  if (activity.channelId !== 'msteams') return 'bot-channel'
  if (!allowedTenants.map(accountId).includes(account.tenantId)) return 'bot-tenant'
  return isGuest(activity, account) && !allowGuests ? 'bot-guest' : undefined
}

/**
 * Whether an activity shows that its sender belongs to another tenant. Teams promises none of these
 * marks, so a guest without one is not recognised. docs/operating.md says what keeps guests out for
 * certain.
 */
function isGuest({ from, channelData }: Activity, { tenantId }: Account): boolean {
  const { userRole, role, tenantId: home } = from as unknown as Readonly<Record<string, unknown>>
  const inData: unknown = channelData?.tenant?.id
  const isElsewhere = (id: unknown) =>
    typeof id === 'string' && id !== '' && accountId(id) !== accountId(tenantId)
  return [userRole, role].includes('guest') || isElsewhere(home) || isElsewhere(inData)
}
