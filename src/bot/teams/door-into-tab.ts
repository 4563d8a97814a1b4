import type { Link } from '../cards/card-data.ts'

/** Where the tab is: in Teams, by deep link; in local mode, on this machine. */
export type TabAddress =
  | { readonly teamsAppId: string; readonly publicUrl: string }
  | { readonly localUrl: () => string }

/** Must be the entity id of the tab in the app's manifest. */
const TAB_ENTITY = 'home'

/**
 * Makes links from cards to a page of the tab. They hold a page and a reference, no words. Source
 * of the form: Microsoft, "Deep link application".
 */
export const doorIntoTab =
  (address: TabAddress) =>
  (page: string, title: string): Link => {
    if ('localUrl' in address) return { title, url: `${address.localUrl()}/tab/#/${page}` }
    const context = encodeURIComponent(JSON.stringify({ subEntityId: page }))
    const webUrl = encodeURIComponent(`${address.publicUrl}/tab/#/${page}`)
    return {
      title,
      url: `https://teams.microsoft.com/l/entity/${address.teamsAppId}/${TAB_ENTITY}?webUrl=${webUrl}&context=${context}`,
    }
  }
