import type { Me } from '../../contract/people.ts'
import { plansActivities } from '../../domain/activity/activity.ts'
import { referralNow } from '../../domain/board/board-now.ts'
import { agenciesToJoin, personOf } from '../../domain/board/directory.ts'
import { ROLE_LABELS } from '../../domain/board/saying.ts'
import { triageScope } from '../../domain/observation/scope.ts'
import { proposesReviews } from '../../domain/review/review.ts'
import { observationKinds, offered } from '../../domain/taxonomies/lists.ts'
import { holds } from '../../domain/words/actor.ts'
import type { OfficeHour } from '../../domain/words/office-hours.ts'
import { seesTrail } from '../../usecases/audit/list-trail.ts'
import { seesRules } from '../../usecases/board/list-rules.ts'
import { seesFigures } from '../../usecases/get-figures.ts'
import { seesLate } from '../../usecases/reminding/list-late.ts'
import { seesNotDelivered } from '../../usecases/telling/list-not-delivered.ts'
import type { Caller } from '../server/caller.ts'
import { presentContacts } from './contacts.ts'
import { presentAgency } from './names.ts'

/** Where and when it is asked. */
interface Here {
  readonly localMode: boolean
  readonly hour: OfficeHour
  /** Whether there is an action that they may see. */
  readonly seesActions: boolean
}

/** Who is asking, what they hold and which pages have something for them. */
export function presentMe({ actor, board }: Caller, { localMode, hour, seesActions }: Here): Me {
  const person = personOf(board, actor.person)
  const changes = holds(actor, 'businessManager')
  const setup = [
    ...(changes ? (['agencies', 'people', 'roles', 'contacts', 'spreadsheet'] as const) : []),
    ...(seesRules(actor) ? ['rules' as const] : []),
    ...(seesNotDelivered(actor, board) ? ['messages' as const] : []),
  ]
  const referral = referralNow({ ...board, hour })
  const triaged = triageScope(actor, board).flatMap(({ agency }) => agency ?? [])
  return {
    person: person
      ? {
          id: person.id,
          name: person.name,
          jobTitle: person.jobTitle,
          agency: presentAgency(board, person.agency),
        }
      : null,
    roles: actor.roles.map(({ role, agency, as }) => ({
      role,
      label: ROLE_LABELS[role],
      agency: agency === null ? null : presentAgency(board, agency),
      as,
    })),
    pages: [
      ...(person ? ['home' as const] : []),
      ...(triaged.length > 0 ? ['triage' as const] : []),
      ...(plansActivities(actor) ? ['activities' as const] : []),
      ...(proposesReviews(actor) ? ['reviews' as const] : []),
      ...(plansActivities(actor) || seesActions ? ['actions' as const] : []),
      ...(seesLate(actor) ? ['late' as const] : []),
      ...(seesFigures(actor) ? ['learning' as const] : []),
      ...(setup.length > 0 ? ['setup' as const] : []),
      ...(seesTrail(actor) ? ['audit' as const] : []),
    ],
    triage:
      triaged.length > 0
        ? {
            kinds: offered(observationKinds).map(({ code, label }) => ({ code, label })),
            agencies: triaged.map((agency) => presentAgency(board, agency)),
          }
        : { kinds: [], agencies: [] },
    setup,
    board: { name: board.name, contacts: presentContacts(board.contacts), referral },
    agencies: person ? [] : agenciesToJoin(board).map(({ id, name }) => ({ id, name })),
    localMode,
  }
}
