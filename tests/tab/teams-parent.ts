/** What the fake Teams answers with. */
export interface TeamsSays {
  /** Where the tab is. */
  readonly tab: string
  readonly theme: string
  readonly subPageId: string
  /** `null` refuses to sign anybody in. */
  readonly token: string | null
}

/**
 * A page that frames the tab and answers as Teams does, to be served from Teams' address: no other
 * may frame the tab, and to no other does teams-js listen. `window.changeTheme(name)` tells the tab
 * of a new theme; `window.told` holds the names of everything the tab has said.
 */
export const teamsParent = ({ tab, theme, subPageId, token }: TeamsSays): string => `<!doctype html>
<title>Teams</title>
<iframe title="Tab" src="${tab}" width="1200" height="700"></iframe>
<script>
  window.told = []
  const frame = document.querySelector('iframe')
  const answers = {
    initialize: ['content', 'web', JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), '2.58.0'],
    getContext: [{ theme: ${JSON.stringify(theme)}, locale: 'en-gb', entityId: 'home', subEntityId: ${JSON.stringify(subPageId)}, hostName: 'Teams', frameContext: 'content' }],
    'authentication.getAuthToken': ${token === null ? "[false, 'nobody is signed in']" : JSON.stringify([true, token])},
  }
  window.changeTheme = (name) =>
    frame.contentWindow.postMessage({ func: 'themeChange', args: [name] }, '*')
  window.addEventListener('message', ({ data, source }) => {
    window.told.push(data.func)
    const args = answers[data.func]
    if (args) source.postMessage({ id: data.id, args }, '*')
  })
</script>`
