import { describe, expect, test } from 'vitest'
import {
  answerProblem,
  answerProblems,
  chosen,
  chosenLast,
  cleanAnswers,
  sayAnswer,
  unanswered,
} from '../../src/domain/observation/answers.ts'
import type { AnswerValue } from '../../src/domain/observation/types.ts'
import { questionsFor } from '../../src/domain/taxonomies/lists.ts'
import type { Question } from '../../src/domain/taxonomies/types.ts'
import { anObservation, choice, ENOUGH, NOW, text } from './an-observation.ts'

const asked = (code: string): Question => {
  const found = [...questionsFor('nearMiss'), ...questionsFor('disquiet')].find(
    (question) => question.code === code,
  )
  if (!found) throw new Error(`no question ${code}`)
  return found
}

const QUESTIONS = {
  words: asked('whatStoppedIt'),
  wordsOrNotSure: asked('couldHaveHappened'),
  one: asked('worry'),
  several: asked('agenciesTouched'),
  tick: asked('cannotSayWhy'),
}

const ANSWERS = {
  'some words': { type: 'text', text: 'The clerk.' },
  'empty words': { type: 'text', text: ' ' },
  'too many words': { type: 'text', text: 'x'.repeat(4001) },
  'not sure': { type: 'notSure' },
  'one that is offered': { type: 'choice', code: 'veryWorried' },
  'one that is not': { type: 'choice', code: 'slightlyWorried' },
  'several that are offered': { type: 'choices', codes: ['school', 'police'] },
  'one of them twice': { type: 'choices', codes: ['school', 'school'] },
  'one of them unknown': { type: 'choices', codes: ['school', 'circus'] },
  'none of them': { type: 'choices', codes: [] },
  'a tick': { type: 'tick' },
} as const satisfies Record<string, AnswerValue>

/** Which answers each sort of question takes; it takes none of the others. */
const TAKES: Readonly<Record<keyof typeof QUESTIONS, readonly (keyof typeof ANSWERS)[]>> = {
  words: ['some words'],
  wordsOrNotSure: ['some words', 'not sure'],
  one: ['one that is offered'],
  several: ['several that are offered'],
  tick: ['a tick'],
}

describe('an answer to a question', () => {
  const sorts = Object.keys(TAKES) as readonly (keyof typeof TAKES)[] // its keys, by its type

  test.each(sorts)('that asks for %s is taken if it fits, and only then', (sort) => {
    const fits = Object.entries(ANSWERS)
      .filter(([, value]) => answerProblem(QUESTIONS[sort], value) === undefined)
      .map(([name]) => name)
    expect(fits).toEqual(TAKES[sort])
  })

  test('says what to do instead when it does not fit', () => {
    expect(answerProblem(QUESTIONS.words, ANSWERS['empty words'])).toBe(
      'Write a few words for “What stopped it”: one sentence is enough.',
    )
    expect(answerProblem(QUESTIONS.one, ANSWERS['some words'])).toBe(
      'Choose one of the answers offered for “How worried”.',
    )
    expect(answerProblem(QUESTIONS.words, ANSWERS['too many words'])).toBe(
      '“What stopped it” is 4,001 characters long and at most 4,000 fit. Shorten it, or send the rest afterwards.',
    )
  })

  test('is shown in their own words or by the labels of what they chose', () => {
    const said = [
      sayAnswer(QUESTIONS.words, ANSWERS['some words']),
      sayAnswer(QUESTIONS.wordsOrNotSure, ANSWERS['not sure']),
      sayAnswer(QUESTIONS.one, ANSWERS['one that is offered']),
      sayAnswer(QUESTIONS.several, ANSWERS['several that are offered']),
      sayAnswer(QUESTIONS.tick, ANSWERS['a tick']),
    ]
    expect(said).toEqual([
      'The clerk.',
      'Not sure',
      'Very worried',
      'School or academy, Police',
      'Yes',
    ])
  })

  test('is said in words also where the list no longer has it', () => {
    const gone = { type: 'choice', code: 'retired' } as const
    expect(sayAnswer(QUESTIONS.one, gone)).toBe('No longer on the list')
  })
})

describe('answers together', () => {
  test('to a question of another kind, or one that is switched off, are refused', () => {
    const needs = answerProblems('nearMiss', [
      text('unease', 'Something.'),
      text('keepFrom', 'My manager.'),
      choice('mode', 'confidential'),
    ]).map(({ need }) => need)
    expect(needs).toEqual(['answers.unease', 'answers.keepFrom', 'answers.mode'])
  })

  test('that answer a question twice are refused, even alike', () => {
    const twice = [choice('worry', 'veryWorried'), choice('worry', 'veryWorried')]
    expect(answerProblems('nearMiss', twice)).toEqual([
      { need: 'answers.worry', say: '“How worried” is answered twice. Keep one answer.' },
    ])
  })

  test('leave open only what is required', () => {
    expect(unanswered('nearMiss', ENOUGH.nearMiss)).toEqual([])
    expect(unanswered('disquiet', []).map(({ code }) => code)).toEqual([
      'dangerNow',
      'unease',
      'worry',
    ])
  })

  test('are cleaned without touching what was chosen', () => {
    const given = [text('story', ' One\r\ntwo\u202e '), choice('worry', 'veryWorried')]
    expect(cleanAnswers(given)).toEqual([text('story', 'One\ntwo'), choice('worry', 'veryWorried')])
  })
})

describe('looking a chosen answer up', () => {
  test('finds what was chosen, and nothing where words were written', () => {
    const given = [choice('worry', 'veryWorried'), text('story', 'Something.')]
    expect(['worry', 'story', 'howSoon'].map((code) => chosen(given, code))).toEqual([
      'veryWorried',
      undefined,
      undefined,
    ])
  })

  test('takes what the reporter added last', () => {
    const said = (worry: string) => ({ at: NOW, text: null, answers: [choice('worry', worry)] })
    const answers = [choice('worry', 'notVeryWorried')]
    const inWords = { at: NOW, text: 'It happened twice.', answers: [] }
    const none = anObservation({ answers: [] })
    const once = anObservation({ answers })
    const later = anObservation({ answers, additions: [said('fairlyWorried'), inWords] })
    const last = anObservation({ answers, additions: [said('fairlyWorried'), said('veryWorried')] })
    expect([none, once, later, last].map((one) => chosenLast(one, 'worry'))).toEqual([
      undefined,
      'notVeryWorried',
      'fairlyWorried',
      'veryWorried',
    ])
  })
})
