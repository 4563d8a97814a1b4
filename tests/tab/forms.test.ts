import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inputsOf } from '../../src/bot/cards/field-inputs.ts'
import type { OfferedAction } from '../../src/contract/form-fields.ts'
import type { ShownField } from '../../src/domain/machinery/fields/show.ts'
import type { ObservationAction } from '../../src/domain/observation/workflow.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import { observationKinds, offered as offeredOf } from '../../src/domain/taxonomies/lists.ts'
import { TEXT_LIMIT } from '../../src/domain/words/text.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { decisionScene } from './decision-scene.ts'
import { aPage } from './list-records.ts'
import { anObservation, aReport, aWaitingObservation } from './observation-records.ts'
import { offered } from './offered.ts'

const at = '#/triage/OBS-2026-0042'
const listObservations = aPage()

const actions = Object.keys(OBSERVATION_MOVES) as ObservationAction[] // the keys of that table
const withForm = actions.filter((action) => offered(action).fields.length > 0)

async function openForm(page: Page, { label }: OfferedAction) {
  await page.getByRole('button', { name: label, exact: true }).click()
  const form = page.getByRole('form', { name: label })
  await form.waitFor()
  return form
}

/** All that a card says of an action: labels, help, limits, what each choice means, what sends it. */
function cardWords({ fields, label, send }: OfferedAction): readonly string[] {
  const shown = fields.map((field) =>
    field.is === 'place'
      ? {
          ...field,
          places: field.places.map(({ agency, ...one }) => ({
            ...one,
            agency: agency.id,
            name: agency.name,
          })),
        }
      : field,
  ) as unknown as readonly ShownField[] // as the service shows them, but for how a place is written
  const nothing = { typed: {}, problemAt: () => '' }
  return [
    label,
    send,
    ...shown
      .flatMap((field) => inputsOf(field, nothing))
      .flatMap(({ label: says, help }) => [says, help]),
    ...shown.flatMap((field) =>
      field.is === 'choice' && field.expanded
        ? field.choices.flatMap((choice) => [choice.label, choice.help])
        : [],
    ),
  ].filter((words) => words !== '')
}

inBrowser('the form of an action', (open) => {
  test.for(withForm)('says what its card says, as the workflow says it: %s', async (action) => {
    const one = offered(action)
    const { page } = await open({
      at,
      answers: { listObservations, getObservation: anObservation({ allowed: [one] }) },
    })
    const form = await openForm(page, one)
    const text = await textOf(form)
    expect(cardWords(one).length).toBeGreaterThan(1)
    // What is asked by a choice comes with it.
    const shown = { ...one, fields: one.fields.filter(({ when }) => when === null) }
    for (const words of cardWords(shown)) expect(text).toContain(words)
  })

  test('offers no kind that the board has given up, nor the one it has', async () => {
    const { page } = await open({
      at,
      answers: { listObservations, getObservation: aWaitingObservation() },
    })
    const form = await openForm(page, offered('correctKind'))
    const kinds = offeredOf(observationKinds).map(({ label }) => label)
    const shown = await form.getByLabel('What kind is it?').locator('option').allInnerTexts()
    expect(shown).toEqual(['Choose one', ...kinds.filter((label) => label !== 'Near miss')])
  })

  test('asks for a person where it already lies with whoever is there', async () => {
    const { page } = await open({
      at,
      answers: { listObservations, getObservation: aWaitingObservation() },
    })
    const form = await openForm(page, offered('reassign'))
    const people = () => form.getByLabel('Person').locator('option').allInnerTexts()
    await form.getByLabel('Agency').selectOption("Children's social care")
    expect(await people()).toEqual(['Anybody who triages there', 'Agency lead 1'])
    await form.getByLabel('Agency').selectOption('Health visiting')
    expect(await people()).toEqual(['Choose somebody', 'Team manager 1'])
  })

  test('counts a text near its limit, and keeps one that is too long until it is shortened', async () => {
    const { page, server } = await open({
      at: '#/reports/OBS-2026-0042',
      answers: { getObservation: aReport(), addObservation: aReport() },
    })
    const form = await openForm(page, offered('add'))
    const field = page.getByLabel('What would you like to add?')
    await field.fill('It was the third time.')
    expect(await textOf(form)).not.toContain('characters')
    await field.fill('a'.repeat(TEXT_LIMIT - 10))
    await sees(form, '3,990 of at most 4,000 characters.')
    const long = 'a'.repeat(TEXT_LIMIT + 10)
    await field.fill(long)
    await sees(form.getByRole('alert'), 'At most 4,000 characters fit.')
    await form.getByRole('button', { name: 'Send' }).click()
    expect(await field.and(page.locator(':focus')).count()).toBe(1)
    expect(await field.inputValue()).toBe(long)
    expect(server.askedFor('addObservation')).toEqual([])
    await field.fill('It was the third time.')
    await form.getByRole('button', { name: 'Send' }).click()
    await sees(page.getByRole('status'), 'Added. Whoever reads your report sees it there.')
  })

  test.for([1280, 320])('has the story beside it at %i pixels', async (width) => {
    const { page } = await open({ at, width, answers: decisionScene.answers })
    await page.getByRole('button', { name: 'Decide' }).click()
    const form = page.getByRole('form', { name: 'Decide' })
    await form.waitFor()
    const story = page.getByRole('region', { name: 'What the reporter wrote' })
    if (!(await story.isVisible())) await page.getByText('What the reporter wrote').click()
    expect(await story.count()).toBe(1)
    const reason = page.getByLabel('Reason')
    await reason.focus()
    const [top, bottom] = await Promise.all([story.boundingBox(), reason.boundingBox()])
    expect(top?.y).toBeGreaterThanOrEqual(0)
    expect(bottom?.y).toBeGreaterThan((top?.y ?? 0) + (top?.height ?? 0))
    await sees(story, 'A colleague read the date of birth aloud.')
  })
})
