import { PROMISE } from '../../domain/observation/promise.ts'
import { observationKinds, offered, statutoryProfiles } from '../../domain/taxonomies/lists.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import { OFFICE_HOURS } from '../../domain/words/office-hours.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'

/** Rules of one matter, and how they can be changed. */
interface Rules {
  readonly title: string
  readonly change: string
  readonly rows: readonly { readonly what: string; readonly is: string }[]
}

const IN_THE_PROGRAM = 'This is part of the program and cannot be changed here yet.'

const days = (count: number) => (count === 1 ? '1 working day' : `${count} working days`)

export const seesRules = (actor: Actor): boolean =>
  holds(actor, 'businessManager') || holds(actor, 'chair')

/**
 * The rules of the board: what can be reported, where it goes, when it is answered and how long it
 * is kept.
 * @throws DomainError `not-your-role` for anybody but the business manager and the chair
 */
export async function listRules(
  deps: Pick<Deps, 'board'>,
  actor: Actor,
): Promise<readonly Rules[]> {
  if (!seesRules(actor))
    throw new DomainError('not-your-role', {
      action: 'listRules',
      needs: ['businessManager', 'chair'],
    })
  const { profile } = await currentBoard(deps)
  const { usual, veryWorried } = PROMISE.decide
  return [
    {
      title: 'Statutory profile',
      change: 'The chair chooses it, with a reason.',
      rows: statutoryProfiles
        .filter(({ code }) => code === profile)
        .map(({ label, terms }) => ({ what: label, is: terms['guidance'] ?? '' })),
    },
    {
      title: 'Office hours and working days',
      change: IN_THE_PROGRAM,
      rows: [
        { what: 'Office hours', is: `${OFFICE_HOURS.from} to ${OFFICE_HOURS.to} on working days` },
        {
          what: 'Working days',
          is: 'Monday to Friday, without the bank holidays of England and Wales',
        },
      ],
    },
    {
      title: 'What reporters are promised',
      change: IN_THE_PROGRAM,
      rows: [
        { what: 'A decision', is: `Within ${days(usual)}` },
        { what: 'Where somebody is very worried', is: `Within ${days(veryWorried)}` },
        {
          what: 'Where a child may be in danger',
          is: 'Looked at the same day, or on the next office morning where it is sent after hours',
        },
      ],
    },
    {
      title: 'Where a report goes',
      change: 'Change who holds the roles under Roles and deputies.',
      rows: [
        {
          what: 'First',
          is: 'To the seniors of the reporter’s agency, their deputies and its agency lead, never to its own reporter',
        },
        { what: 'Where nobody is left', is: 'To the business manager, then to the chair' },
        {
          what: 'Where somebody asks for it',
          is: 'To the board office instead, so that nobody at their agency reads it',
        },
      ],
    },
    {
      title: 'What can be reported',
      change: IN_THE_PROGRAM,
      rows: offered(observationKinds).map(({ label, says }) => ({ what: label, is: says })),
    },
    {
      title: 'How long things are kept',
      change: IN_THE_PROGRAM,
      rows: [
        { what: 'A report that was begun in the chat', is: '14 days, then it is deleted' },
        { what: 'What was typed into a form of the tab', is: '7 days, in the browser alone' },
        {
          what: 'Reports, decisions, these settings and the audit log',
          is: 'Without an end for now',
        },
      ],
    },
  ]
}
