import type { Page } from 'playwright-core'

// Runs in the page, whose types the tests do not have.
const FINDINGS = `(where, presses) => {
  const found = []
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push('two of ' + id)
  const part = document.querySelector(where)
  for (const label of part.querySelectorAll('label'))
    if (label.htmlFor && !document.getElementById(label.htmlFor))
      found.push(label.textContent + ' names nothing')
  const said = (control) => [
    ...[...(control.labels ?? [])].map((label) => label.textContent),
    control.getAttribute('aria-label') ?? '',
    ...(control.getAttribute('aria-labelledby') ?? '').split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? ''),
  ].join(' ').trim()
  const names = new Set()
  for (const control of part.querySelectorAll('input, select, textarea')) {
    const group = control.closest('[role=group], [role=radiogroup], fieldset')
    const groupName = group?.querySelector('legend')?.textContent
      ?? document.getElementById(group?.getAttribute('aria-labelledby'))?.textContent ?? ''
    const name = said(control)
    if (name === '') found.push('no name: ' + control.outerHTML.slice(0, 120))
    if (names.has(groupName + '/' + name)) found.push('two are called ' + name)
    names.add(groupName + '/' + name)
  }
  if (presses)
    for (const control of part.querySelectorAll('input[type=checkbox], input[type=radio]')) {
      control.labels[0]?.click()
      if (!control.checked) found.push('its words do not choose it: ' + said(control))
    }
  return found
}`

/**
 * What is wrong with the names of inputs, one line each: ids that stand twice, inputs without words of
 * their own, and choices that are not taken by pressing their words. In a form it presses them.
 */
export const labelFindings = (page: Page, where: 'form' | 'body'): Promise<unknown> =>
  page.evaluate(`(${FINDINGS})('${where}', ${where === 'form'})`)
