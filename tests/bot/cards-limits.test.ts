import { describe, expect, test } from 'vitest'
import { AS_WRITTEN, sampleBoard } from '../../scripts/cards/samples/sample-board.ts'
import { sampleChoice, sampleText } from '../../scripts/cards/samples/sample-steps.ts'
import type { Step } from '../../scripts/cards/samples/sample-world.ts'
import { sampleWorld } from '../../scripts/cards/samples/sample-world.ts'
import type { FormState } from '../../src/bot/cards/action-form.ts'
import { actionForm, actionPreview } from '../../src/bot/cards/action-form.ts'
import type { Card } from '../../src/bot/cards/card-data.ts'
import { asDialog, checkCard } from '../../src/bot/cards/check-card.ts'
import { dialogKindCard, dialogSubmit } from '../../src/bot/cards/dialog-cards.ts'
import { actAsCard } from '../../src/bot/cards/local-cards.ts'
import { renderCard } from '../../src/bot/cards/render-card.ts'
import { agencyCard } from '../../src/bot/cards/talk-cards.ts'
import { linesOf, plain, shortened } from '../../src/bot/cards/text.ts'
import type { Draft } from '../../src/bot/talk/draft.ts'
import { agencyId } from '../../src/domain/words/ids.ts'
import { TEXT_LIMIT } from '../../src/domain/words/text.ts'
import { actionsOn, inputsOn, markdownOn, problemsOf, runsOn, verbOf } from './card-checks.ts'

const FULL = 'Words of a long story. '.repeat(200).slice(0, TEXT_LIMIT).trimEnd()
const DENSE = '愛'.repeat(TEXT_LIMIT)

const shown = (card: Card) => {
  const json = renderCard(card)
  expect(problemsOf(json)).toEqual([])
  const values = Object.fromEntries(inputsOn(json).map(({ id, value }) => [String(id), value]))
  return { json, values, says: markdownOn(json).join('\n'), runs: runsOn(json) }
}

const draftOf = (...texts: readonly [string, string, string]): Draft => ({
  id: 'draft-1',
  kind: 'nearMiss',
  said: null,
  at: 'check',
  answers: [
    sampleChoice('dangerNow', 'no'),
    sampleText('couldHaveHappened', texts[0]),
    sampleText('whatStoppedIt', texts[1]),
    sampleText('whoElseExposed', texts[2]),
  ],
})

const SOMEBODY = { usual: 'somebody', agency: 'Somewhere', office: null }

describe('the check card', () => {
  test('lets three full answers be changed in place', () => {
    const { values, runs } = shown(checkCard(draftOf(FULL, FULL, FULL), SOMEBODY))
    expect(values).toMatchObject({
      answer_couldHaveHappened: FULL,
      answer_whatStoppedIt: FULL,
      answer_whoElseExposed: FULL,
    })
    expect(runs).toEqual([])
  })

  test('shows the beginning of an answer that does not fit beside the others, with the way to change it', () => {
    const draft = draftOf(DENSE, 'A colleague asked.', DENSE)
    const { values, says, runs } = shown(checkCard(draft, SOMEBODY))
    expect(Object.keys(values)).toEqual([
      'answer_dangerNow',
      'answer_couldHaveHappened',
      'answer_whatStoppedIt',
    ])
    expect(says).toContain('Who or what else (too long to change here: press Back)')
    expect(runs.join('')).toMatch(/^愛+ …$/)
  })

  test('says on top what is wrong with an answer that has no input', () => {
    const draft = draftOf(DENSE, DENSE, 'Every clinic.')
    const { says } = shown(
      checkCard(draft, SOMEBODY, {
        problems: {
          'answers.whatStoppedIt': 'It is too long.',
          'answers.whoElseExposed': 'Say more.',
        },
        note: 'Nothing has been sent yet.',
      }),
    )
    expect(says).toContain('Nothing has been sent yet. It is too long.')
    expect(says.match(/Say more\./g)).toHaveLength(1)
  })

  test('keeps what was changed in place on every way out', () => {
    const { json } = shown(checkCard(draftOf('A', 'B', 'C'), SOMEBODY))
    expect(actionsOn(json).map((one) => [verbOf(one), one['associatedInputs']])).toEqual([
      ['send', 'auto'],
      ['back', 'auto'],
      ['changeKind', 'auto'],
      ['stop', 'auto'],
    ])
    // A required input would block Back and Stop.
    expect(inputsOn(json).filter(({ isRequired }) => isRequired === true)).toEqual([])
  })

  test('tells whoever fills in the dialog at once what is needed, and never loses an answer there', () => {
    const send = [dialogSubmit('Send', { verb: 'dialogSend' })]
    const short = shown(asDialog(checkCard(draftOf('A', 'B', 'C'), SOMEBODY), send))
    expect(inputsOn(short.json).every(({ isRequired }) => isRequired === true)).toBe(true)
    expect(short.says).not.toContain('Teams keeps this chat')
    const long = shown(asDialog(checkCard(draftOf(DENSE, DENSE, 'C'), SOMEBODY), send))
    expect(long.says).toContain('This is too long to send from here.')
    expect(actionsOn(long.json)).toEqual([])
  })
})

const stateWith = (typed: FormState['typed'], steps: readonly Step[] = ['raised']): FormState => ({
  seen: sampleWorld(AS_WRITTEN).seenBy('senior', ...steps),
  submission: 'submission-1',
  typed,
  missing: [],
  note: '',
})

/** The same, its reporter having written as much as fits into every answer. */
function tellingMuch(typed: FormState['typed']): FormState {
  const state = stateWith(typed)
  const { view } = state.seen
  const answers = view.answers.map((answer) =>
    answer.value.type === 'text' ? sampleText(answer.question, FULL) : answer,
  )
  return { ...state, seen: { ...state.seen, view: { ...view, answers } } }
}

describe('the decision', () => {
  test('is kept in full on its form up to what an answer may hold', () => {
    const typed = { outcome: 'multiAgencyReview', reason: FULL, words: FULL }
    expect(shown(actionForm('decide', stateWith(typed))).values).toMatchObject({
      reason: FULL,
      words: FULL,
    })
  })

  test.each(['', FULL, DENSE.slice(0, 3_500)])(
    'keeps as much of the story as fits beside it',
    (typed) => {
      const told = { outcome: 'multiAgencyReview', reason: typed, words: typed }
      const { json, runs, values } = shown(actionForm('decide', tellingMuch(told)))
      expect(values).toMatchObject({ reason: typed, words: typed })
      expect(runs.join()).toMatch(/Words of a long story|The rest is in the tab/)
      expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThan(28_000)
    },
  )

  test('is shown and carried in full on its preview up to what an answer may hold', () => {
    const typed = { outcome: 'multiAgencyReview', reason: FULL, words: FULL }
    const { json, runs, says } = shown(actionPreview('decide', stateWith(typed)))
    expect(runs.slice(-2)).toEqual([FULL, FULL])
    expect(says).not.toContain('beginning')
    expect(
      actionsOn(json)
        .slice(1, 3)
        .map(({ data }) => data),
    ).toEqual([expect.objectContaining(typed), expect.objectContaining(typed)])
  })

  test('goes back to its form with a sentence when it is too long for the preview', () => {
    const typed = {
      outcome: 'multiAgencyReview',
      reason: DENSE,
      words: 'Thank you for telling us.',
    }
    const { json, says, values } = shown(actionPreview('decide', stateWith(typed)))
    expect(says).toContain('This is too long for the preview. Shorten it, or write it in the tab.')
    expect(actionsOn(json).map(verbOf)).toContain('preview')
    expect(values).toMatchObject({ reason: DENSE, words: 'Thank you for telling us.' })
  })

  test('says on its preview when not all lines of it are shown', () => {
    const typed = { outcome: 'multiAgencyReview', reason: 'a\n'.repeat(500), words: 'Thank you.' }
    const { says, runs } = shown(actionPreview('decide', stateWith(typed)))
    expect(says).toContain('Only the beginning of it is shown here. All of it will be sent.')
    expect(runs.at(-1)).toBe('…')
  })

  test('asks for the outcome when there is none that could be written for', () => {
    const { values } = shown(
      actionForm('decide', stateWith({ outcome: '[x](https://evil.example)' })),
    )
    expect(values).toEqual({ outcome: '' })
  })
})

test('what is too long for any card is cut with a mark and a sentence', () => {
  const { values, says } = shown(
    actionForm(
      'giveFeedback',
      stateWith({ text: 'Pasted. '.repeat(5_000) }, ['raised', 'decided']),
    ),
  )
  expect(values['text']).toMatch(/^Pasted\. .* …$/)
  expect(says).toContain('This is too long for a card: only its beginning is kept here.')
})

test('values that an input cannot hold are left out', () => {
  const typed = { kind: 'launch', reason: 'Because.', to: 'nowhere', nextReviewOn: 'tomorrow' }
  expect(shown(actionForm('correctKind', stateWith(typed))).values).toEqual({
    kind: '',
    reason: 'Because.',
  })
  expect(shown(actionForm('reassign', stateWith(typed))).values).toMatchObject({ to: '' })
  const { values } = shown(actionForm('decide', stateWith({ ...typed, outcome: 'referElsewhere' })))
  expect(values).toMatchObject({ nextReviewOn: '' })
})

describe('a large board', () => {
  const board = sampleBoard(AS_WRITTEN)
  const schools = Array.from({ length: 300 }, (_, at) => ({
    id: agencyId(`school-${at}`),
    name: `Example Primary School number ${at}`,
    type: 'education',
    active: true,
  }))
  const large = { ...board, agencies: [...board.agencies, ...schools] }

  test('asks where somebody works, and says how many agencies do not fit', () => {
    expect(shown(agencyCard(large)).says).toMatch(/\d+ more do not fit here: they are in the tab\./)
    expect(shown(agencyCard(board)).says).not.toContain('do not fit')
  })

  test('offers places to pass an observation on to, and says how many do not fit', () => {
    const state = stateWith({})
    const places = large.agencies.map(({ id, name }) => ({
      agency: id,
      name,
      anybody: true,
      people: [],
    }))
    const allowed = state.seen.allowed.map((one) => ({
      ...one,
      fields: one.fields.map((field) => ({ ...field, places })),
    }))
    const { says } = shown(actionForm('reassign', { ...state, seen: { ...state.seen, allowed } }))
    expect(says).toMatch(/\d+ more do not fit here/)
  })

  test('offers people to act as, and says how many do not fit', () => {
    const people = schools.map(({ id, name }) => ({ id, says: `Teacher of ${name}` }))
    expect(shown(actAsCard(people, 'Senior Nurse')).says).toMatch(/\d+ more do not fit here/)
  })
})

test('a message that is too long for the dialog is begun with, and says so', () => {
  const { values, says } = shown(
    dialogKindCard(sampleBoard(AS_WRITTEN), {
      draft: 'd',
      said: `${FULL}${FULL}`,
      readers: 'Who reads it.',
    }),
  )
  expect(String(values['said']).length).toBeLessThanOrEqual(TEXT_LIMIT)
  expect(says).toContain('Only the beginning of the message fits here.')
})

describe('words of people', () => {
  test.each([
    ['[Approve](https://evil.example)', '\\[Approve\\](https://evil.example)'],
    ['Anne-Marie O’Brien', 'Anne-Marie O’Brien'],
    ['- one', '\\- one'],
    ['1. one', '1\\. one'],
    ['12) one', '12\\) one'],
    ['one\ntwo', 'one two'],
    ['a\u202eb', 'ab'],
  ])('%s is written %s where clients read Markdown', (words, written) => {
    expect(plain(words)).toBe(written)
  })

  test('are cut at a word, never within a letter, and with a mark', () => {
    expect(shortened('one two three', 9)).toBe('one two …')
    expect(shortened('one two', 7)).toBe('one two')
    expect(shortened('😀😀😀', 3)).toBe('😀 …')
  })

  test('keep their empty lines', () => {
    expect(linesOf('one\r\n\r\ntwo')).toEqual(['one', ' ', 'two'])
  })
})
