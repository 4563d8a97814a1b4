import type { Proposal as Presented } from '../../contract/observations.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Proposal } from '../../domain/machinery/proposals.ts'
import { holdingsOf, sayProposal } from '../../domain/observation/proposing.ts'
import type { ObservationCommand } from '../../domain/observation/types.ts'
import { presentPerson } from './names.ts'

/** What waits for a second person. Nothing leaves that is not named here. */
export const presentProposals = (
  proposals: readonly Proposal<ObservationCommand>[],
  board: BoardSettings,
): Presented[] =>
  proposals.map((proposal) => ({
    number: proposal.number,
    says: sayProposal(proposal, board),
    at: proposal.at,
    by: presentPerson(board, proposal.by),
    until: proposal.until,
    holds: holdingsOf(proposal).map(({ label, text }) => ({ label, text })),
  }))
