import { describe, expect, test } from 'vitest'
import { ACTION_STAGES } from '../../src/domain/action/types.ts'
import { ACTIVITY_STAGES } from '../../src/domain/activity/types.ts'
import { REVIEW_STAGES } from '../../src/domain/review/types.ts'
import {
  ACTIVITY_TYPE_CODES,
  AUDIT_GRADE_CODES,
  actionEvidence,
  actionStages,
  activityStates,
  activityTypes,
  agencyTypes,
  auditGrades,
  CHECK_RESULT_CODES,
  checkLooks,
  checkResults,
  confidentialityReasons,
  diversionDestinations,
  FEEDBACK_MODE_CODES,
  feedbackModes,
  itemStates,
  KIND_CODES,
  type KindCode,
  kindOf,
  labelOf,
  OUTCOME_CODES,
  observationKinds,
  outcomeAssociation,
  outcomeOf,
  questionSets,
  questionsFor,
  reporterRelations,
  reportingModes,
  statutoryProfiles,
  TRAINING_EVIDENCE_CODES,
  trainingEvidence,
  triageOutcomes,
  worryScale,
} from '../../src/domain/taxonomies/lists.ts'
import {
  BAND_CODES,
  criteriaInputs,
  proportionalityBands,
  proportionalityInputs,
  REVIEW_ORIGIN_CODES,
  REVIEW_TYPE_CODES,
  reviewOrigins,
  reviewStates,
  reviewTypes,
} from '../../src/domain/taxonomies/review-lists.ts'
import type { Item, List, Question } from '../../src/domain/taxonomies/types.ts'

const LISTS: readonly (readonly [string, List<Item>, number, 'ordered' | 'unordered'])[] = [
  ['observationKinds', observationKinds, 8, 'ordered'],
  ['reportingModes', reportingModes, 2, 'ordered'],
  ['worryScale', worryScale, 4, 'ordered'],
  ['reporterRelations', reporterRelations, 6, 'unordered'],
  ['confidentialityReasons', confidentialityReasons, 7, 'unordered'],
  ['outcomeAssociation', outcomeAssociation, 5, 'ordered'],
  ['triageOutcomes', triageOutcomes, 9, 'unordered'],
  ['itemStates', itemStates, 12, 'ordered'],
  ['diversionDestinations', diversionDestinations, 9, 'ordered'],
  ['agencyTypes', agencyTypes, 7, 'unordered'],
  ['feedbackModes', feedbackModes, 5, 'ordered'],
  ['activityTypes', activityTypes, 9, 'unordered'],
  ['activityStates', activityStates, 6, 'ordered'],
  ['auditGrades', auditGrades, 5, 'ordered'],
  ['trainingEvidence', trainingEvidence, 5, 'ordered'],
  ['actionStages', actionStages, 5, 'ordered'],
  ['actionEvidence', actionEvidence, 8, 'unordered'],
  ['checkLooks', checkLooks, 5, 'unordered'],
  ['checkResults', checkResults, 3, 'ordered'],
  ['reviewTypes', reviewTypes, 8, 'ordered'],
  ['reviewStates', reviewStates, 3, 'ordered'],
  ['reviewOrigins', reviewOrigins, 3, 'unordered'],
  ['criteriaInputs', criteriaInputs, 7, 'ordered'],
  ['proportionalityInputs', proportionalityInputs, 6, 'ordered'],
  ['proportionalityBands', proportionalityBands, 4, 'ordered'],
]

const QUESTION_COUNTS = {
  common: 11,
  appreciative: 4,
  typical: 1,
  nearMiss: 3,
  disquiet: 3,
  practiceConcern: 4,
  riskAhead: 4,
  poorOutcome: 5,
}

const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/

const starters = agencyTypes.items.flatMap((type) => type.starters)
const allQuestions = questionSets.flatMap((set) => set.questions)
const codesOf = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code)
const choicesIn = ({ answer }: Question) => ('items' in answer ? answer.items : [])
const checkedIn = (items: readonly Item[]) => codesOf(items.filter(({ check }) => check))
const repeated = (texts: readonly string[]) => texts.filter((text, i) => texts.indexOf(text) !== i)
const textOf = (question: Question) =>
  [question.code, question.asks, question.label, question.help ?? '']
    .concat(choicesIn(question).flatMap(({ code, label, help }) => [code, label, help ?? '']))
    .join(' ')
const questionCodes = (kind: KindCode) => codesOf(questionsFor(kind))
const requiredCodes = (kind: KindCode) => codesOf(questionsFor(kind).filter((q) => q.required))

describe('every list', () => {
  test.each(LISTS)('%s has the items of the board, each once, in camelCase', (...row) => {
    const [code, list, count, order] = row
    expect(list.code).toBe(code)
    expect(list.items).toHaveLength(count)
    expect(list.ordered).toBe(order === 'ordered')
    expect(repeated(codesOf(list.items))).toEqual([])
    expect(codesOf(list.items).filter((item) => !CAMEL_CASE.test(item))).toEqual([])
  })

  test('says its version and which section it comes from', () => {
    const all = [...LISTS.map(([, list]) => list), ...questionSets]
    expect(all).toHaveLength(33)
    expect(all.filter(({ version }) => !Number.isInteger(version) || version < 1)).toEqual([])
    expect(all.filter(({ source }) => !/^Board taxonomies, section \d+/.test(source))).toEqual([])
  })

  test('has a label for every item', () => {
    const items = [...LISTS.flatMap(([, list]) => list.items), ...starters, ...allQuestions]
    expect(items).toHaveLength(151 + 30 + 35)
    expect(items.filter(({ label }) => label.trim() === '')).toEqual([])
  })

  test('keeps no trace of the notation it was written in', () => {
    const everything = JSON.stringify([LISTS, questionSets, statutoryProfiles])
    expect(everything).not.toMatch(/`|\*\*|\(check\)|\bwd\b|\(section /)
  })
})

describe('closed sets of codes', () => {
  test('the kinds known to the code are the kinds in the list', () => {
    expect(codesOf(observationKinds.items)).toEqual([...KIND_CODES])
  })

  test('the triage outcomes known to the code are the outcomes in the list', () => {
    expect(codesOf(triageOutcomes.items)).toEqual([...OUTCOME_CODES])
  })

  test('the feedback modes known to the code are the modes in the list, A to E', () => {
    expect(codesOf(feedbackModes.items)).toEqual([...FEEDBACK_MODE_CODES])
    expect(codesOf(activityTypes.items)).toEqual([...ACTIVITY_TYPE_CODES])
    expect(codesOf(activityStates.items)).toEqual([...ACTIVITY_STAGES])
    expect(codesOf(auditGrades.items)).toEqual([...AUDIT_GRADE_CODES])
    expect(codesOf(trainingEvidence.items)).toEqual([...TRAINING_EVIDENCE_CODES])
    expect(codesOf(actionStages.items)).toEqual([...ACTION_STAGES])
    expect(codesOf(checkResults.items)).toEqual([...CHECK_RESULT_CODES])
    expect(codesOf(reviewTypes.items)).toEqual([...REVIEW_TYPE_CODES])
    expect(codesOf(reviewStates.items)).toEqual([...REVIEW_STAGES])
    expect(codesOf(reviewOrigins.items)).toEqual([...REVIEW_ORIGIN_CODES])
    expect(codesOf(proportionalityBands.items)).toEqual([...BAND_CODES])
    expect(feedbackModes.items.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  test('every flag in the lists is either true or absent', () => {
    const items = [...LISTS.flatMap(([, list]) => list.items), ...starters]
    const flags = items.flatMap(({ check, retired }) => [check, retired])
    expect(new Set<unknown>(flags)).toEqual(new Set([true, undefined]))
  })
})

describe('observation kinds', () => {
  test('three kinds are appreciative and five are concerns', () => {
    const inGroup = (group: string) =>
      codesOf(observationKinds.items.filter((kind) => kind.group === group))
    expect(inGroup('appreciative')).toEqual(['goodPractice', 'goodOutcome', 'typicalCase'])
    expect(inGroup('concern')).toEqual([
      'nearMiss',
      'disquiet',
      'practiceConcern',
      'riskAhead',
      'poorOutcome',
    ])
  })

  test('every question set that a kind names exists, and every set is used', () => {
    const named = observationKinds.items.flatMap((kind) => kind.questionSets)
    expect(new Set(['common', ...named])).toEqual(new Set(codesOf(questionSets)))
    expect(named).not.toContain('common')
  })

  test('each kind is recognised by at least four words, among them its label', () => {
    const spoken = observationKinds.items.map(({ label, words }) => ({
      enough: words.length >= 4,
      label: words.includes(label.toLowerCase()),
    }))
    expect(spoken).toEqual(Array(8).fill({ enough: true, label: true }))
  })

  test('each kind is recognised by its code split into words', () => {
    const split = (code: string) => code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    const missing = observationKinds.items.filter(({ code, words }) => !words.includes(split(code)))
    expect(missing).toEqual([])
  })

  test('no word names two kinds, not even as a part of a longer one', () => {
    const words = observationKinds.items.flatMap(({ code, words }) =>
      words.map((word) => ({ kind: code, word })),
    )
    const shared = words.filter((a) =>
      words.some((b) => b.kind !== a.kind && ` ${b.word} `.includes(` ${a.word} `)),
    )
    expect(shared).toEqual([])
    expect(repeated(words.map(({ word }) => word))).toEqual([])
  })

  test('words are lower case, and a single word is never an everyday one', () => {
    const words = observationKinds.items.flatMap((kind) => kind.words)
    expect(words.filter((word) => word !== word.trim().toLowerCase())).toEqual([])
    expect(words.filter((word) => !/[ -]/.test(word))).toEqual([
      'praise',
      'compliment',
      'disquiet',
      'uneasy',
    ])
  })
})

describe('observation questions', () => {
  test('each set has the questions of the board', () => {
    const counts = questionSets.map(({ code, questions }) => [code, questions.length])
    expect(Object.fromEntries(counts)).toEqual(QUESTION_COUNTS)
  })

  test('question codes are camelCase and stand once in their set', () => {
    expect(codesOf(allQuestions).filter((code) => !CAMEL_CASE.test(code))).toEqual([])
    expect(questionSets.flatMap(({ questions }) => repeated(codesOf(questions)))).toEqual([])
  })

  test('only the worry question stands in two sets', () => {
    expect(repeated(codesOf(allQuestions))).toEqual(['worry'])
  })

  test('the choices of a question have camelCase codes, each once', () => {
    const choices = allQuestions.map((question) => codesOf(choicesIn(question)))
    expect(choices.flat().filter((code) => !CAMEL_CASE.test(code))).toEqual([])
    expect(choices.flatMap(repeated)).toEqual([])
  })

  test('every answer is text, a choice, several choices or a tick', () => {
    const types = new Set(allQuestions.map(({ answer }) => answer.type))
    expect(types).toEqual(new Set(['text', 'choice', 'choices', 'tick']))
    const choices = allQuestions.filter(({ answer }) => answer.type.startsWith('choice'))
    expect(choices).toHaveLength(13)
    expect(choices.filter((question) => choicesIn(question).length < 2)).toEqual([])
  })

  test('"not sure" is a full answer to three questions that are answered in words', () => {
    const open = allQuestions.filter(({ answer }) => 'orNotSure' in answer && answer.orNotSure)
    expect(codesOf(open)).toEqual(['couldHaveHappened', 'whoElseExposed', 'madeSenseThen'])
  })

  test('questions that offer a list offer the whole list', () => {
    const offered = (code: string) =>
      allQuestions.filter((question) => question.code === code).map(choicesIn)
    expect(offered('worry')).toEqual([worryScale.items, worryScale.items])
    expect(offered('mode')).toEqual([reportingModes.items])
    expect(offered('confidentialWhy')).toEqual([confidentialityReasons.items])
    expect(offered('relation')).toEqual([reporterRelations.items])
    expect(offered('agenciesTouched')).toEqual([starters])
  })

  test('names and exclusions are not asked about until they can be honoured', () => {
    const off = allQuestions.filter((question) => question.off !== undefined)
    expect(codesOf(off)).toEqual(['mode', 'confidentialWhy', 'keepFrom'])
    expect(KIND_CODES.flatMap(questionCodes).filter((code) => codesOf(off).includes(code))).toEqual(
      [],
    )
  })

  test('no question asks who is at fault', () => {
    const blaming = /fault|blame|culprit|guilt|disciplin|mistake|who did|responsible|whose/i
    expect(allQuestions.map(textOf).filter((text) => blaming.test(text))).toEqual([])
  })

  test('disquiet never asks about harm', () => {
    const harm = /harm|injur|hurt|suffer|neglect|outcome|death|died/i
    expect(questionsFor('disquiet').map(textOf)).toHaveLength(9)
    expect(questionsFor('disquiet').filter((question) => harm.test(textOf(question)))).toEqual([])
  })
})

describe('the questions asked for a kind', () => {
  test('a near miss is asked about in this order', () => {
    expect(questionCodes('nearMiss')).toEqual([
      'dangerNow',
      'couldHaveHappened',
      'whatStoppedIt',
      'whoElseExposed',
      'relation',
      'worry',
      'whenRoughly',
      'agenciesTouched',
      'ageBand',
      'callMe',
    ])
  })

  test('a typical case is asked about in this order', () => {
    expect(questionCodes('typicalCase')).toEqual([
      'whatWentWell',
      'whatHelped',
      'dangerNow',
      'relation',
      'whenRoughly',
      'agenciesTouched',
      'ageBand',
      'callMe',
      'howRepeat',
      'thankRole',
      'workarounds',
    ])
  })

  test.each([
    ['goodPractice', ['whatWentWell', 'whatHelped', 'dangerNow']],
    ['goodOutcome', ['whatWentWell', 'whatHelped', 'dangerNow']],
    ['typicalCase', ['whatWentWell', 'whatHelped', 'dangerNow']],
    ['nearMiss', ['dangerNow', 'couldHaveHappened', 'whatStoppedIt', 'whoElseExposed']],
    ['disquiet', ['dangerNow', 'unease', 'worry']],
    ['practiceConcern', ['dangerNow', 'story']],
    ['riskAhead', ['dangerNow', 'couldGoWrong', 'howSoon']],
    ['poorOutcome', ['dangerNow', 'story', 'outcomeKnown']],
  ] as const)('%s is not sent without an answer to %j', (kind, required) => {
    expect(requiredCodes(kind)).toEqual(required)
    expect(questionCodes(kind).slice(0, required.length)).toEqual(required)
  })

  test.each(KIND_CODES)(
    '%s has one opening question: after danger, or first for praise',
    (kind) => {
      const opens = (question: Question) =>
        question.code === 'story' || question.replaces === 'story'
      const questions = questionsFor(kind)
      const isPraise = kindOf(kind)?.group === 'appreciative'
      expect(questions.filter(opens)).toEqual([questions[isPraise ? 0 : 1]])
      expect(questions[isPraise ? 2 : 0]?.code).toBe('dangerNow')
    },
  )

  test.each(KIND_CODES)('%s asks nothing that cannot be explained with an example', (kind) => {
    for (const { means = '', example = '' } of questionsFor(kind)) {
      expect(means).toMatch(/^[A-Z“].*[.?]$/)
      expect(example).toMatch(/^“[^”]+”$/)
    }
  })

  test.each(KIND_CODES)('%s has no question twice, and no two answers of one name', (kind) => {
    expect(repeated(questionCodes(kind))).toEqual([])
    expect(repeated(questionsFor(kind).map(({ label }) => label))).toEqual([])
  })

  test('worry is asked of concerns only, and is required for disquiet alone', () => {
    const asked = KIND_CODES.filter((kind) => questionCodes(kind).includes('worry'))
    expect(asked).toEqual(['nearMiss', 'disquiet', 'practiceConcern', 'riskAhead', 'poorOutcome'])
    expect(KIND_CODES.filter((kind) => requiredCodes(kind).includes('worry'))).toEqual(['disquiet'])
  })
})

describe('triage outcomes', () => {
  test('the reporter is told with gaps that have a known name', () => {
    const gaps = triageOutcomes.items.flatMap((o) => o.reporterIsTold.match(/\{[^}]*\}/g) ?? [])
    expect(new Set(gaps)).toEqual(
      new Set([
        '{ref}',
        '{answer}',
        '{lead}',
        '{activity}',
        '{date}',
        '{supervisor}',
        '{theme}',
        '{planner}',
        '{facilitator}',
        '{agencies}',
        '{term.statutoryReview}',
        '{term.chair}',
        '{destination}',
        '{continues}',
      ]),
    )
  })

  test('S13: an outcome promises what happens: only what closes, plans, proposes or asks the board does anything by itself', () => {
    const says = triageOutcomes.items.map(({ code, follows, closes, asksTheBoard }) => ({
      code,
      isPeoplesWork: /^Nothing (starts|is passed on|is joined) by itself: /.test(follows),
      acts:
        closes === true ||
        asksTheBoard === true ||
        /^(A learning activity|A supervision|An audit|An after-action review) is planned|^A review is proposed/.test(
          follows,
        ),
    }))
    expect(says.filter(({ isPeoplesWork, acts }) => isPeoplesWork === acts)).toEqual([])
    const told = triageOutcomes.items.map(({ reporterIsTold }) => reporterIsTold).join(' ')
    expect(told).not.toMatch(/[Ww]e will (tell|ask|bring)|press|joined/)
  })

  test('every outcome names the observation to its reporter', () => {
    expect(triageOutcomes.items.filter((o) => !o.reporterIsTold.includes('{ref}'))).toEqual([])
  })
})

describe('what nobody has confirmed yet', () => {
  test('two diversion destinations wait for confirmation', () => {
    expect(checkedIn(diversionDestinations.items)).toEqual([
      'designatedOfficer',
      'dataProtectionIncident',
    ])
  })

  test('four agency headings and the place of Cafcass wait for confirmation', () => {
    expect(checkedIn(agencyTypes.items)).toEqual([
      'health',
      'policeAndImmigration',
      'criminalJustice',
      'miscellaneous',
    ])
    expect(checkedIn(starters)).toEqual(['cafcass'])
  })

  test('an unconfirmed word of a statutory profile is a word that the profile has', () => {
    const unknown = statutoryProfiles.flatMap(({ check = [], ...profile }) =>
      check.filter((key) => !(key in profile || key in profile.terms)),
    )
    expect(unknown).toEqual([])
    expect(statutoryProfiles.map(({ check = [] }) => check.length)).toEqual([3, 9])
  })
})

describe('agencies', () => {
  test('thirty agencies start the directory, each once, in camelCase', () => {
    expect(starters).toHaveLength(30)
    expect(repeated(codesOf(starters))).toEqual([])
    expect(codesOf(starters).filter((code) => !CAMEL_CASE.test(code))).toEqual([])
  })
})

describe('statutory profiles', () => {
  test('there are two profiles, and the first applied from 15 April 2013', () => {
    expect(codesOf(statutoryProfiles)).toEqual(['WT2013', 'WT2023'])
    expect(statutoryProfiles[0]?.effectiveFrom).toBe('2013-04-15')
  })

  test('the 2013 profile carries the five principles of the framework', () => {
    expect(statutoryProfiles[0]?.principles).toHaveLength(5)
  })

  test('every word of the 2013 profile has its counterpart in 2023', () => {
    const [wt2013, wt2023] = statutoryProfiles.map(({ terms }) => Object.keys(terms))
    expect(wt2013).toHaveLength(12)
    expect(wt2013?.filter((term) => !wt2023?.includes(term))).toEqual([])
    expect(wt2023?.filter((term) => !wt2013?.includes(term))).toEqual([
      'boardAlternative',
      'partnerMeaning',
      'firstLook',
      'nationalBodyFull',
    ])
  })

  test('every word that a triage outcome borrows stands in both profiles', () => {
    const borrowed = ['statutoryReview', 'chair'].flatMap((term) =>
      statutoryProfiles.map(({ terms }) => terms[term]),
    )
    expect(borrowed).toEqual([
      'Serious Case Review',
      'Local Child Safeguarding Practice Review',
      'LSCB Chair',
      'lead for the safeguarding partners',
    ])
  })
})

describe('looking an item up', () => {
  test('a code finds its kind and its outcome', () => {
    expect(kindOf('disquiet')?.label).toBe('Something feels wrong')
    expect(outcomeOf('linkToExisting')?.label).toBe('Link to one we have')
  })

  test('an unknown code finds nothing', () => {
    expect(kindOf('incident')).toBeUndefined()
    expect(outcomeOf('constructor')).toBeUndefined()
  })

  test('a label is found by its code, and an unknown code is shown to nobody', () => {
    expect(labelOf(worryScale, 'notAtAllWorried')).toBe('Not worried at all')
    expect(labelOf(worryScale, 'slightlyWorried')).toBe('No longer on the list')
  })
})
