import { AUDIT_GRADE_CODES, auditGrades } from '../taxonomies/lists.ts'
import { choicesOf, DUE, HELD, LEARNING, NO_NAMES, people } from './fields.ts'
import type { ActivityMove } from './moves.ts'
import { byHolder, isAudit, openActions } from './moves.ts'
import type { Activity } from './types.ts'

/** How an audit goes on once it is planned (S7). */
export const AUDIT_MOVES = {
  startAudit: {
    from: ['planned'],
    to: 'gathering',
    ...byHolder,
    applies: isAudit,
    label: 'Start the audit',
    send: 'Start it',
    done: 'Started.',
    event: 'AuditStarted',
    fields: {
      theme: {
        is: 'text',
        label: 'Theme',
        called: 'The theme',
        ask: 'Write what is audited.',
        help: NO_NAMES,
        atMost: 1000,
        starts: ({ about }: Activity) => about,
      },
      standard: {
        is: 'text',
        label: 'Standard',
        called: 'The standard',
        ask: 'Write the standard that is audited against, and where it is from.',
        atMost: 1000,
      },
      sample: {
        is: 'number',
        label: 'How many cases or records are looked at?',
        ask: 'Say how many, from 1 to 9,999.',
        from: 1,
        to: 9_999,
      },
    },
  },
  recordFindings: {
    from: ['gathering'],
    to: 'findings',
    ...byHolder,
    needs: ['findings', 'canBeAsked'],
    label: 'Record the findings',
    send: 'Record them',
    done: 'Recorded. Whoever has something to do is told.',
    fields: {
      grade: {
        is: 'choice',
        label: 'Is the standard met?',
        help: 'Of the standard, never of people.',
        ask: 'Choose whether the standard is met.',
        codes: AUDIT_GRADE_CODES,
        choices: () => choicesOf(auditGrades),
      },
      findings: {
        is: 'rows',
        label: 'Findings',
        ask: 'Write at least one finding.',
        called: 'finding',
        atMost: 10,
        fields: {
          finding: {
            is: 'text',
            label: 'Finding',
            called: 'The finding',
            ask: 'Write what was found.',
            help: NO_NAMES,
            atMost: 1000,
          },
          action: {
            is: 'text',
            label: 'What will be done',
            called: 'What will be done',
            ask: 'Write what will be done, or leave it empty and say why nothing will.',
            atMost: 1000,
            optional: true,
          },
          change: {
            is: 'text',
            label: 'What will be different then',
            called: 'What will be different',
            ask: 'Write what will be different once it is done, or leave it empty.',
            atMost: 1000,
            optional: true,
          },
          owner: {
            is: 'person',
            label: 'By whom',
            ask: 'Choose who does it, from the list.',
            people,
            optional: true,
          },
          dueOn: {
            ...DUE,
            ask: 'Choose a day from today on, or leave it empty where nothing will be done.',
            optional: true,
          },
          noActionBecause: {
            is: 'text',
            label: 'No action because',
            called: 'The reason',
            ask: 'Say why nothing will be done.',
            atMost: 1000,
            optional: true,
          },
        },
      },
    },
  },
  closeAudit: {
    from: ['findings'],
    to: 'closed',
    ...byHolder,
    label: 'Close the audit',
    send: 'Close it',
    done: 'Closed. What will be done stays due.',
    fields: { heldOn: { ...HELD.heldOn, label: 'When was it finished?' }, learning: LEARNING },
  },
  finishAction: {
    from: ['findings', 'closed'],
    to: null,
    by: ['holder', 'lead', 'owner'],
    needs: [],
    gates: [],
    applies: (activity: Activity) => openActions(activity).length > 0,
    label: 'Say that an action is done',
    send: 'It is done',
    done: 'Noted.',
    event: 'AuditActionDone',
    fields: {
      finding: {
        is: 'choice',
        label: 'Which action?',
        ask: 'Choose the action that is done.',
        taken: 'That is done already, or nothing follows from it. Choose another.',
        codes: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
        choices: (activity: Activity) =>
          openActions(activity).map(({ number, action }) => ({
            value: String(number),
            label: `${number}. ${action}`,
            help: '',
          })),
      },
      text: {
        is: 'text',
        label: 'What was done?',
        called: 'What was done',
        ask: 'Write what was done.',
        atMost: 1000,
      },
    },
  },
} as const satisfies Readonly<Record<string, ActivityMove>>
