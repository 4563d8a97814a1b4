import { expect, test } from 'vitest'
import type { Late, LateMatter } from '../../src/contract/late.ts'
import { axeFindings } from './axe-findings.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { anOutline } from './observation-records.ts'
import { offered } from './offered.ts'
import { aMe, healthVisiting } from './people-records.ts'

const OBS = 'OBS-2026-0042'
const LRN = 'LRN-2026-0007'
const DUE = '2026-03-20T17:00:00.000Z'

const line = (ref: string, kind: string, matter: string): Late['lines'][number] => ({
  ...{ ref, kind, matter, agency: healthVisiting, due: DUE, lateWorkingDays: 3 },
})
const about = (matter: string): LateMatter => ({
  matter,
  due: DUE,
  lateWorkingDays: 3,
  heldBy: 'The seniors of Health visiting',
  canDo: 'Ask them what holds it up.',
})

const answers = {
  me: aMe({ pages: ['home', 'late'] }),
  listLate: {
    lines: [line(OBS, 'observation', 'A decision'), line(LRN, 'activity', 'A learning activity')],
    byAgency: [{ agency: healthVisiting, count: 2 }],
    byMatter: [{ matter: 'A decision', count: 1 }],
    isMore: false,
  } satisfies Late,
  getOutline: anOutline({ late: [about('A decision')] }),
  getLate: {
    ref: LRN,
    kind: 'activity',
    agency: healthVisiting,
    late: [about('A learning activity')],
    isSeen: false,
  },
}

inBrowser('what is late', (open) => {
  test.each([
    [OBS, 'Late: a decision'],
    [LRN, 'Late: a learning activity'],
  ])('S13: %s opens with since when, whose it is, and what can be done', async (ref, title) => {
    const { page } = await open({ at: '#/late', answers })
    await page.getByRole('link', { name: ref }).click()
    const part = page.getByRole('region', { name: title })
    await sees(part, 'It was due 20 Mar 2026 (3 working days late)')
    const words = await textOf(part)
    expect(words).toContain('The seniors of Health visiting')
    expect(words).toContain('Ask them what holds it up.')
    expect(await axeFindings(page)).toEqual([])
  })

  test('S13: passed on from Late, it says so and leads back there', async () => {
    const says = `You passed ${OBS} on to Police. It stays under Late until it is done.`
    const { page } = await open({
      at: '#/late',
      answers: {
        ...answers,
        getOutline: anOutline({ late: [about('A decision')], allowed: [offered('reassign')] }),
        reassignObservation: { ref: OBS, passedOn: true, says },
      },
    })
    await page.getByRole('link', { name: OBS }).click()
    const back = page.getByRole('link', { name: 'Back to what is late' })
    await back.waitFor()
    expect(await page.getByText('What you can do', { exact: true }).count()).toBe(1)
    await page.getByRole('button', { name: 'Reassign' }).click()
    await page.getByLabel('Agency').last().selectOption("Children's social care")
    await page.getByLabel('Reason').fill('Nobody there has looked at it.')
    await page.getByRole('form').getByRole('button', { name: 'Reassign' }).click()
    await sees(page.getByRole('status'), says)
    expect(
      await page.getByRole('link', { name: 'Late', exact: true }).getAttribute('aria-current'),
    ).toBe('page')
    await back.click()
    await sees(page.getByRole('main'), 'what has been late for longest')
  })

  test('an outline opened from Home leads back to Home', async () => {
    const { page } = await open({ at: `#/outlines/${OBS}`, answers })
    await page.getByRole('link', { name: 'Back to Home' }).waitFor()
  })
})
