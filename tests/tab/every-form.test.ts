import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fieldProblems } from '../../src/domain/machinery/fields/check.ts'
import type { FieldOf } from '../../src/domain/machinery/fields/kinds.ts'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, textOf, tooWide } from './browser.ts'
import type { FormCase } from './every-form.ts'
import { EVERY_FORM } from './every-form.ts'
import { refused } from './fake-server.ts'
import { labelFindings } from './label-findings.ts'

async function openForm(page: Page, { opens, offered }: FormCase) {
  await page.getByRole('button', { name: opens, exact: true }).click()
  const form = page.getByRole('form', { name: offered.label })
  await form.waitFor()
  return form
}

/** The fields that are asked from the start, and start with nothing. */
const askedEmpty = ({ offered, move }: FormCase): readonly FieldOf[] =>
  offered.fields.flatMap((shown) => {
    const { [shown.name]: field } = move.fields ?? {}
    const starts = 'value' in shown && shown.value !== ''
    return field && shown.required && shown.when === null && !starts ? [field] : []
  })

const READ: readonly string[] = ['date', 'number']

/** Forms with an input that can hold what no browser can read. */
const isRead = ({ offered }: FormCase) =>
  offered.fields.some(
    (field) =>
      field.when === null &&
      (READ.includes(field.is) ||
        (field.is === 'rows' && field.fields.some(({ is }) => READ.includes(is)))),
  )

const hasMenu = ({ offered }: FormCase) =>
  offered.fields.some(
    (field) =>
      field.when === null &&
      (['person', 'agency', 'place'].includes(field.is) ||
        (field.is === 'choice' && !field.expanded)),
  )

const LONG = ', Named professional for safeguarding children and young people in the north'

/** The same answers, in which people, agencies and choices have long names. */
function longNamed<Answers>(answers: Answers): Answers {
  const isChoice = (given: object) =>
    ('id' in given && 'name' in given) || ('value' in given && !('is' in given))
  return JSON.parse(JSON.stringify(answers), (_, given: unknown) => {
    if (typeof given !== 'object' || given === null || !isChoice(given)) return given
    const { name, label } = given as { readonly name?: string; readonly label?: string } // as asked
    return name === undefined ? { ...given, label: label + LONG } : { ...given, name: name + LONG }
  })
}

inBrowser('every form', (open) => {
  test.for(Object.entries(EVERY_FORM).filter(([, given]) => isRead(given)))(
    'is not sent with half of a date or number in it, and says so there: %s',
    async ([, given]) => {
      const { page, server } = await open(given)
      const form = await openForm(page, given)
      const inputs = await form.locator('input[type="date"], input[type="number"]').all()
      for (const input of inputs) {
        await input.focus()
        const isDay = (await input.getAttribute('type')) === 'date'
        await page.keyboard.type(isDay ? '1' : '-')
      }
      expect(inputs.length).toBeGreaterThan(0)
      await form.locator('button[type="submit"]').first().click()
      await sees(form.getByRole('alert'), 'so it was not sent')
      const said = (await textOf(form)).match(/This (date|number) cannot be read/g)
      expect(said?.length).toBe(inputs.length)
      expect(server.askedFor(given.sends)).toEqual([])
    },
  )

  test.for(Object.entries(EVERY_FORM).filter(([, given]) => hasMenu(given)))(
    'has no menu wider than a phone, however long its choices are: %s',
    async ([, given]) => {
      const { page } = await open({ ...given, answers: longNamed(given.answers), width: 320 })
      const form = await openForm(page, given)
      for (const menu of await form.locator('select').all()) {
        const box = await menu.boundingBox()
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
      }
      expect(await tooWide(page)).toBe(0)
    },
  )

  test.for(Object.entries(EVERY_FORM))(
    'names each input by words of its own, and says of each empty field what it asks for: %s',
    async ([, given]) => {
      const { page, server } = await open(given)
      const { fields = {} } = given.move
      server.answer(given.sends, ({ body }: { readonly body: Readonly<Record<string, unknown>> }) =>
        refused(
          aProblem('incomplete', 422, {
            missing: [...fieldProblems(fields, body, given.state, given.context)],
          }),
        ),
      )
      const form = await openForm(page, given)
      const empty = askedEmpty(given)
      if (empty.length > 0) {
        await form.locator('button[type="submit"]').first().click()
        await sees(form.getByRole('alert'), 'This is not complete yet')
        const text = await textOf(form)
        for (const { ask, is, ...field } of empty)
          expect(text).toContain('atLeast' in field && is === 'text' ? 'in at least' : ask)
      }
      expect(await labelFindings(page, 'form')).toEqual([])
    },
  )
})
