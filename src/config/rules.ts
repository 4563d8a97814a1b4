import { likelyMeant } from './likely-meant.ts'
import type { Given, SettingName } from './settings.ts'
import { factsOf, SETTING_NAMES } from './settings.ts'

/** The settings, and whether somebody set one at all, rightly or wrongly. */
interface Situation {
  readonly given: Given
  readonly isSet: (name: SettingName) => boolean
  /** The environment, for what is there beside the settings. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Returns a problem as a sentence with its fix, or nothing. No sentence holds a value. */
type Rule = (situation: Situation) => string | undefined

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i

const named = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')

/** Checked in every mode: a name that was meant for a setting and is none is always reported. */
const RULES: readonly Rule[] = [
  ({ env }) =>
    env['MODE']?.trim() === '' ? `\`MODE\` is there and empty. ${factsOf('MODE').fix}` : undefined,
  ({ isSet, env }) => {
    const slips = Object.keys(env).flatMap((name) => {
      const meant = likelyMeant(name)
      // On Windows, where case makes no difference, the setting is there by its own name.
      return meant && meant !== name && !isSet(meant) && isSlip(name, meant) ? [meant] : []
    })
    return slips.length > 0
      ? `${named([...new Set(slips)])} is in the environment under another spelling, which nothing reads. Spell it as here, or take it out.`
      : undefined
  },
]

/**
 * The environment holds the names of other programs too. So only long names count, or the same
 * letters in another case.
 */
const isSlip = (name: string, meant: SettingName) =>
  name.toUpperCase() === meant ? meant === 'MODE' || meant.includes('_') : meant.length > 10

const LOCAL_RULES: readonly Rule[] = [
  ({ isSet }) => {
    const ofProduction = SETTING_NAMES.filter(
      (name) => factsOf(name).mode === 'production' && isSet(name),
    )
    return ofProduction.length > 0
      ? `${named(ofProduction)}: only production reads this, and in \`MODE=local\`, which is also what is started without \`MODE\`, everybody is let in as anyone. Set \`MODE=production\`, or take it out.`
      : undefined
  },
  ({ isSet, env }) =>
    env['NODE_ENV'] === 'production' && !isSet('MODE')
      ? '`MODE` is not set, and `NODE_ENV=production` says that this is no trial. Set `MODE=production`, or `MODE=local` if it is one.'
      : undefined,
  ({ given: { HOST } }) =>
    HOST === undefined || LOOPBACK.test(HOST)
      ? undefined
      : '`HOST` can be reached from elsewhere, and in `MODE=local` whoever reaches the server can act as anyone. Set it to 127.0.0.1, or set `MODE=production`.',
  ({ given: { PORT, PLAYGROUND, PLAYGROUND_PORT } }) =>
    PLAYGROUND === 'on' && PORT !== undefined && PORT !== 0 && PORT === PLAYGROUND_PORT
      ? '`PLAYGROUND_PORT` is the same as `PORT`. Set one of them to another port.'
      : undefined,
]

const PRODUCTION_RULES: readonly Rule[] = [
  ...SETTING_NAMES.filter((name) => factsOf(name).needed).map(
    (name): Rule =>
      ({ isSet }) =>
        isSet(name)
          ? undefined
          : `\`${name}\` is missing, and \`MODE=production\` needs it. ${factsOf(name).fix}`,
  ),
  ({ given: { PLAYGROUND }, isSet }) =>
    isSet('PLAYGROUND') && PLAYGROUND === 'on'
      ? '`PLAYGROUND` is on, and `MODE=production` does not start it. Set it to `off`, or leave it out.'
      : undefined,
  ({ given: { BOT_APP_TYPE }, isSet }) =>
    BOT_APP_TYPE === 'SingleTenant' && !isSet('BOT_APP_PASSWORD')
      ? `\`BOT_APP_PASSWORD\` is missing, and \`BOT_APP_TYPE=SingleTenant\` needs it. ${factsOf('BOT_APP_PASSWORD').fix}`
      : undefined,
  ({ given: { BOT_APP_TYPE }, isSet }) =>
    BOT_APP_TYPE === 'UserAssignedMSI' && isSet('BOT_APP_PASSWORD')
      ? '`BOT_APP_PASSWORD` is set, and `BOT_APP_TYPE=UserAssignedMSI` works without one. Remove it.'
      : undefined,
  ({ isSet }) =>
    isSet('BOARD_NAME') && !isSet('FIRST_BUSINESS_MANAGER')
      ? `\`FIRST_BUSINESS_MANAGER\` is missing, and \`BOARD_NAME\` needs it. ${factsOf('FIRST_BUSINESS_MANAGER').fix}`
      : undefined,
  ({ isSet }) =>
    isSet('FIRST_BUSINESS_MANAGER') && !isSet('BOARD_NAME')
      ? `\`BOARD_NAME\` is missing, and \`FIRST_BUSINESS_MANAGER\` needs it. ${factsOf('BOARD_NAME').fix}`
      : undefined,
  ({ given: { FIRST_BUSINESS_MANAGER: manager, ALLOWED_TENANTS: tenants } }) =>
    manager && tenants && !tenants.includes(manager.tenantId)
      ? '`FIRST_BUSINESS_MANAGER` is in a tenant that `ALLOWED_TENANTS` does not list. Add the tenant to the list.'
      : undefined,
]

/** Everything wrong between the settings, at once. */
export function brokenRules(situation: Situation): readonly string[] {
  const { MODE } = situation.given
  const ofMode = { local: LOCAL_RULES, production: PRODUCTION_RULES }
  const rules = [...RULES, ...(MODE ? ofMode[MODE] : [])]
  return rules.map((rule) => rule(situation)).filter((problem) => problem !== undefined)
}
