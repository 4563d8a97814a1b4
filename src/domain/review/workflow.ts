import { choicesOf } from '../activity/fields.ts'
import type { RecordContext } from '../registered.ts'
import { REVIEW_ORIGIN_CODES, reviewOrigins } from '../taxonomies/review-lists.ts'
import {
  ABOUT,
  BAND,
  CRITERIA,
  METHOD,
  NOTIFIABLE,
  PROPORTIONALITY,
  REASON,
  startsAsItIs,
} from './fields.ts'
import type { ReviewMove } from './moves.ts'
import { owesPanel, waitsForRapidReview } from './standing.ts'
import type { Review } from './types.ts'

/** Those who answer the tests and assess it, as named people. */
const byThem = {
  by: ['chair', 'businessManager', 'agencyLead'],
  to: null,
  needs: [],
  gates: [],
} as const

/** Nobody alone says that there is no statutory review where one was asked for. */
const DECLINING = {
  from: ['proposed'],
  to: 'notProceeding',
  by: ['chair'],
  needs: [],
  second: { by: ['businessManager'], unless: 'noStatutoryQuestion', workingDays: 2 },
  send: 'Decline it',
  done: 'Done. Who proposed it hears why, once nobody else has to agree.',
} as const

const DAY_PAST = { is: 'date', from: '2000-01-01', to: 'today' } as const

/** The workflow of a review, from its proposal until it is commissioned or declined (S14, S31). */
export const REVIEW_MOVES = {
  propose: {
    from: [],
    to: 'proposed',
    by: ['proposer'],
    needs: [],
    gates: [],
    label: 'Propose a review',
    send: 'Propose it',
    done: 'Proposed. The chair is told, and you hear what becomes of it.',
    fields: {
      method: METHOD,
      agency: {
        is: 'agency',
        label: 'Which agency is it mainly about?',
        ask: 'Choose the agency it is mainly about.',
        agencies: (_review: Review | undefined, { board }: RecordContext) =>
          board.agencies.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
      },
      source: {
        is: 'choice',
        label: 'What does it come from?',
        ask: 'Choose what it comes from.',
        codes: REVIEW_ORIGIN_CODES,
        choices: () => choicesOf(reviewOrigins),
      },
      observations: {
        is: 'references',
        label: 'Which observations?',
        ask: 'Write references such as OBS-2026-0042, with commas between.',
        prefixes: ['OBS'],
        atMost: 5,
        when: { field: 'source', oneOf: ['observations'] },
      },
      activity: {
        is: 'references',
        label: 'Which learning activity?',
        ask: 'Write its reference, such as LRN-2026-0007.',
        prefixes: ['LRN'],
        atMost: 1,
        when: { field: 'source', oneOf: ['activity'] },
      },
      notifiedOn: {
        ...DAY_PAST,
        label: 'When was it notified?',
        ask: 'Choose the day of the notification: today or earlier.',
        when: { field: 'source', oneOf: ['notification'] },
      },
      about: ABOUT,
    },
  },
  arise: { from: [], to: 'proposed', by: ['system'], needs: [], gates: [] },
  withdraw: {
    from: ['proposed'],
    to: 'notProceeding',
    by: ['system'],
    needs: [],
    gates: [],
    ends: 'proposals',
  },
  answerNotifiable: {
    from: ['proposed'],
    ...byThem,
    label: 'Is it notifiable?',
    send: 'Answer',
    done: 'Answered, in your name.',
    fields: {
      ...NOTIFIABLE,
      knownOn: {
        ...DAY_PAST,
        label: 'When did the incident become known?',
        ask: 'Choose the day it became known: today or earlier.',
      },
    },
  },
  answerCriteria: {
    from: ['proposed'],
    ...byThem,
    needs: ['lookAgain', 'somebodyElse'],
    ends: 'proposals',
    label: 'Does it meet the criteria?',
    send: 'Answer',
    done: 'Answered, in your name.',
    fields: {
      ...CRITERIA,
      lookAgainOn: {
        is: 'date',
        label: 'When is what is not known looked at again?',
        help: 'Only where something is not known.',
        ask: 'Choose a day from today on, or leave it empty.',
        from: 'today',
        optional: true,
      },
    },
  },
  sayNotified: {
    from: ['proposed', 'commissioned', 'notProceeding'],
    ...byThem,
    by: ['chair', 'businessManager'],
    applies: ({ notifiedOn }: Review) => notifiedOn === null,
    label: 'It was notified',
    send: 'Say so',
    done: 'Noted. The clocks of the notification run from that day.',
    event: 'IncidentNotified',
    fields: {
      notifiedOn: {
        ...DAY_PAST,
        label: 'When was it notified?',
        ask: 'Choose the day of the notification: today or earlier.',
      },
    },
  },
  assess: {
    from: ['proposed', 'commissioned'],
    ...byThem,
    needs: ['departure'],
    label: 'Assess how much review fits',
    send: 'Assess it',
    done: 'Assessed. Earlier assessments are kept.',
    fields: {
      ...PROPORTIONALITY,
      method: { ...METHOD, starts: startsAsItIs },
      band: BAND,
      departure: {
        is: 'text',
        label: 'Why other than the score suggests?',
        called: 'The reason',
        help: 'Only where the review or its size is another. A burden on family or staff, or another process beside it, may change how it is run; alone it makes no review smaller.',
        ask: 'Say why it is other than the score suggests.',
        atMost: 1000,
        optional: true,
      },
    },
  },
  commission: {
    from: ['proposed'],
    to: 'commissioned',
    by: ['chair', 'agencyLead'],
    needs: [],
    gates: ['testsAnswered', 'fitsCriteria', 'assessed'],
    ends: 'proposals',
    label: 'Commission it',
    send: 'Commission it',
    done: 'Commissioned. Who proposed it is told.',
    fields: {
      terms: {
        is: 'text',
        label: 'Terms of reference',
        called: 'The terms of reference',
        help: 'What it is to find out, which time it looks at, and who takes part, without names.',
        ask: 'Write the terms of reference.',
      },
    },
  },
  declineReview: {
    ...DECLINING,
    gates: ['mayBeDeclined'],
    applies: (review: Review) => !waitsForRapidReview(review),
    label: 'Decline it',
    fields: { reason: REASON },
  },
  declineAfterRapid: {
    ...DECLINING,
    gates: [],
    applies: waitsForRapidReview,
    label: 'Decline it after the rapid review',
    fields: {
      reason: REASON,
      rapidReview: {
        is: 'references',
        label: 'After which rapid review?',
        ask: 'Write the reference of the rapid review, such as REV-2026-0003.',
        prefixes: ['REV'],
        atMost: 1,
      },
      panelToldOn: {
        ...DAY_PAST,
        label: 'When was the national panel told, with the reasons?',
        ask: 'Choose the day the panel was told: today or earlier.',
      },
    },
  },
  tellPanel: {
    from: ['notProceeding'],
    ...byThem,
    by: ['chair', 'businessManager'],
    applies: owesPanel,
    label: 'The national panel was told',
    send: 'Say so',
    done: 'Noted.',
    event: 'PanelTold',
    fields: {
      toldOn: {
        ...DAY_PAST,
        label: 'When was it told, with the reasons?',
        ask: 'Choose the day it was told: today or earlier.',
      },
    },
  },
} as const satisfies Readonly<Record<string, ReviewMove>>
