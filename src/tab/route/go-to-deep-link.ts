/**
 * Goes where a deep link leads. An address with a place wins: it is where the person was when Teams
 * loaded the page again.
 */
export function goToDeepLink(place: string | null): void {
  const here = window.location.hash.replace(/^#?\/?/, '')
  if (place === null || here !== '') return
  window.location.replace(`#/${place.replace(/^[#/]+/, '')}`)
}
