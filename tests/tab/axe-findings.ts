import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Results {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/**
 * What axe finds wrong with a page, one line each; none is what we want.
 * @param rules only these, where a change can break no others
 */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const options = {
    resultTypes: ['violations'],
    // The styles are in the page already.
    preload: false,
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  }
  // Fluent's focus traps pass the focus on at once; axe cannot know that.
  const context = { exclude: [['[data-tabster-dummy]']] }
  const results = await page.evaluate(
    `axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)})`,
  )
  // axe's own type describes what it gives inside the page, and this is a copy of that.
  const { violations } = results as Results
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
}
