import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CARD_SAMPLES } from '../scripts/cards/samples.ts'
import { boardRefusals, observationRefusals } from '../scripts/docs/refusals.ts'
import { renderCard } from '../src/bot/cards/render-card.ts'
import { ACTION_EVENTS, ACTION_NOTICES } from '../src/domain/action/events.ts'
import { ACTION_MOVES } from '../src/domain/action/workflow.ts'
import { ACTIVITY_EVENTS, ACTIVITY_NOTICES } from '../src/domain/activity/events.ts'
import { ACTIVITY_MOVES } from '../src/domain/activity/workflow.ts'
import { CONTACT_LINES } from '../src/domain/board/contacts.ts'
import { BOARD_EVENT_LABELS } from '../src/domain/board/events.ts'
import { ROLE_LABELS } from '../src/domain/board/saying.ts'
import { BOARD_MOVES } from '../src/domain/board/workflow.ts'
import { OBSERVATION_EVENTS } from '../src/domain/observation/events.ts'
import { OBSERVATION_NOTICES } from '../src/domain/observation/notices.ts'
import { OBSERVATION_MOVES } from '../src/domain/observation/workflow.ts'
import { REVIEW_EVENTS, REVIEW_NOTICES } from '../src/domain/review/events.ts'
import { REVIEW_MOVES } from '../src/domain/review/workflow.ts'
import * as lists from '../src/domain/taxonomies/lists.ts'
import * as reviewLists from '../src/domain/taxonomies/review-lists.ts'
import { AGENCY_ROLES, STANDING_ROLES } from '../src/domain/words/actor.ts'
import { DomainError } from '../src/domain/words/errors.ts'
import { sayRefusal } from '../src/usecases/say-refusal.ts'

// What people read has no name in it that only the program uses, such as an outcome by its code.

const CODE = /\b[A-Z]?[a-z]+[A-Z][A-Za-z]*\b/g

/** Texts of a value, but those under keys that are for the program. */
function textsIn(value: unknown, forProgram: readonly string[]): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    forProgram.includes(key) ? [] : textsIn(inner, forProgram),
  )
}

/** Lists and their like, not the codes of one. */
const isList = (value: unknown) =>
  typeof value === 'object' &&
  !(Array.isArray(value) && value.every((one) => typeof one === 'string'))

const codesIn = (texts: readonly string[]) =>
  texts.flatMap((text) =>
    // The terms of a profile are filled in before anybody reads the sentence.
    [...text.replace(/\{(ref|term\.[a-zA-Z]+)\}/g, '').matchAll(CODE)].map(([code]) => code),
  )

const ITEMS = [
  'code',
  'questionSets',
  'group',
  'type',
  'replaces',
  'onlyFor',
  'source',
  'terms',
  'check',
  // What only tests and clocks of a profile are made of.
  ...['statutoryTypes', 'criteria', 'alsoNotifiable', 'countsAsYesWhenDue', 'metIsDeclined'],
  ...['unit', 'starts', 'certainty', 'bounds', 'test', 'types', 'profile'],
]
const ROWS = [
  ...['from', 'to', 'orTo', 'by', 'needs', 'gates', 'unless', 'is', 'event', 'codes', 'starts'],
  ...['need', 'who', 'notice', 'mode', 'cards', 'when', 'field', 'oneOf'],
]
const CARD = ['verb', 'data', 'id', 'type', 'value', 'style', 'spacing', 'size', 'weight', 'color']
const CARD_MORE = ['isVisible', '$schema', 'url', 'associatedInputs', 'horizontalAlignment']
const CARD_LAYOUT = [
  'verticalContentAlignment',
  'width',
  'height',
  'targetWidth',
  'msteams',
  'role',
]

/** Whom a refusal may name. */
const NEEDS = [
  ...STANDING_ROLES,
  'staff',
  'reporter',
  'triager',
  'newcomer',
  'system',
  'unknown',
  'planner',
  'holder',
  'lead',
  'owner',
  'maker',
  'helper',
  'agencyLeads',
  'dater',
  'checker',
  'proposer',
]

const SURFACES: readonly (readonly [string, () => readonly string[]])[] = [
  [
    'the lists',
    () => textsIn([...Object.values(lists), ...Object.values(reviewLists)].filter(isList), ITEMS),
  ],
  [
    'the actions',
    () =>
      textsIn([OBSERVATION_MOVES, ACTIVITY_MOVES, ACTION_MOVES, REVIEW_MOVES, BOARD_MOVES], ROWS),
  ],
  [
    'events and messages',
    () =>
      [
        [OBSERVATION_EVENTS, OBSERVATION_NOTICES],
        [ACTIVITY_EVENTS, ACTIVITY_NOTICES],
        [ACTION_EVENTS, ACTION_NOTICES],
        [REVIEW_EVENTS, REVIEW_NOTICES],
      ].flatMap((some) => textsIn(some, ROWS)),
  ],
  ['the audit page and roles', () => textsIn([BOARD_EVENT_LABELS, ROLE_LABELS, CONTACT_LINES], [])],
  [
    'the cards',
    () =>
      textsIn(
        CARD_SAMPLES.map(({ card }) => renderCard(card)),
        [...CARD, ...CARD_MORE, ...CARD_LAYOUT],
      ),
  ],
  ['refusals', () => [...observationRefusals(), ...boardRefusals()].flatMap(([, says]) => says)],
  [
    'refusals for want of a role',
    () =>
      NEEDS.map((need) =>
        sayRefusal(new DomainError('not-your-role', { action: 'anAction', needs: [need] })),
      ),
  ],
  [
    'what is left of a code that is on no list',
    () => [lists.labelOf(lists.triageOutcomes, 'afterAllReview')],
  ],
  [
    'the page of the workflows',
    () => [
      readFileSync('docs/workflow.md', 'utf8')
        .replace(/`[^`]*`/g, '')
        .replace(/^ {2}\w+:|^ {2}\S+ --> \S+:/gm, ''),
    ],
  ],
]

test.each(SURFACES)('no code is shown in %s', (_, texts) => {
  expect(texts().length).toBeGreaterThan(0)
  expect(codesIn(texts())).toEqual([])
})

test('the roles for one agency have a label like the others', () => {
  expect(AGENCY_ROLES.filter((role) => ROLE_LABELS[role] === undefined)).toEqual([])
})
