import type { Outline } from '../../contract/observations.ts'
import type { Home } from '../../contract/people.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { OBSERVATION_NOTICES } from '../../domain/observation/notices.ts'
import { observationKinds, triageOutcomes } from '../../domain/taxonomies/lists.ts'
import type { getHome } from '../../usecases/observation/get-home.ts'
import type { SeenOutline } from '../../usecases/observation/read-outline.ts'
import { presentOffered } from './allowed.ts'
import { presentLateAbout } from './late.ts'
import { presentAgency, presentCode, presentPerson } from './names.ts'
import { presentAgreed, presentProposals } from './proposals.ts'

/** What was put to the board, as the board sees it. Only what is named here leaves. */
export const presentOutline = ({
  ref,
  version,
  outline,
  proposals,
  agreed,
  allowed,
  late,
  board,
}: SeenOutline): Outline => ({
  ref,
  kind: presentCode(observationKinds, outline.kind),
  agency: presentAgency(board, outline.agency),
  stage: outline.stage,
  raisedAt: outline.raisedAt,
  decisions: outline.decisions.map(({ outcome, at, by }) => ({
    outcome: presentCode(triageOutcomes, outcome),
    at,
    by: presentPerson(board, by),
  })),
  closedAt: outline.closedAt,
  version,
  proposals: presentProposals(proposals, board),
  why: proposals.length > 0 ? OBSERVATION_NOTICES.proposed.intro : null,
  agreed: presentAgreed(agreed, board),
  allowed: presentOffered(allowed),
  isAsked: outline.isAsked,
  late: presentLateAbout(late),
})

/** What was put to the board, as lines of a list. */
export const presentAsked = (
  { rows, total, open }: Awaited<ReturnType<typeof getHome>>['asked'],
  board: BoardSettings,
): Home['asked'] => ({
  rows: rows.map(({ ref, kind, agency, stage, raisedAt }) => ({
    ref,
    kind: presentCode(observationKinds, kind),
    agency: presentAgency(board, agency),
    stage,
    raisedAt,
  })),
  total,
  open,
})
