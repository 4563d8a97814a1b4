import { app, authentication } from '@microsoft/teams-js'
import { ApiProblem } from '../api/api-problem.ts'
import type { ThemeName } from '../theme/theme-name.ts'
import { themeNameOf } from '../theme/theme-name.ts'
import type { Host } from './host.ts'

const late = (patienceMs: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer from Teams')), patienceMs)
  })

async function token(): Promise<string> {
  try {
    return await authentication.getAuthToken()
  } catch (cause) {
    throw new ApiProblem({
      code: 'not-signed-in',
      detail: 'Teams could not sign you in. Try again, or close Teams and open it again.',
      cause,
    })
  }
}

/** @throws when the page is not in Teams: a parent that is not Teams never answers */
export async function openTeamsHost(patienceMs: number): Promise<Host> {
  await Promise.race([app.initialize(), late(patienceMs)])
  const context = await app.getContext()
  const listeners = new Set<(theme: ThemeName) => void>()
  // Teams holds only one handler, so this one passes the change on.
  app.registerOnThemeChangeHandler((given) => {
    for (const listener of listeners) listener(themeNameOf(given))
  })
  app.notifySuccess()
  return {
    theme: themeNameOf(context.app.theme),
    place: context.page.subPageId || null,
    onThemeChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    token,
  }
}
