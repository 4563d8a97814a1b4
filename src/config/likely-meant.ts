import type { SettingName } from './settings.ts'
import { SETTING_NAMES } from './settings.ts'

/**
 * Shorter names are one letter away from too many others, such as MODE from NODE and HOST from
 * POST.
 */
const LONG_ENOUGH = 7
const SLIPS_AT_MOST = 2

const lettersOf = (name: string) => name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** The setting that an unknown name was probably meant for. */
export function likelyMeant(name: string): SettingName | undefined {
  const letters = lettersOf(name)
  return SETTING_NAMES.find((setting) => {
    const its = lettersOf(setting)
    if (letters === its) return true
    return its.length >= LONG_ENOUGH && slipsBetween(letters, its) <= SLIPS_AT_MOST
  })
}

/** How many letters must be added, removed or changed to turn one text into the other. */
function slipsBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1]
    for (const [at, its] of [...other].entries())
      line.push(
        Math.min(
          (line[at] ?? 0) + 1,
          (above[at + 1] ?? 0) + 1,
          (above[at] ?? 0) + (letter === its ? 0 : 1),
        ),
      )
    above = line
  }
  return above.at(-1) ?? 0
}
