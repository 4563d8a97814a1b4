import type { Proposal as Presented } from '../../contract/observations.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Proposal } from '../../domain/machinery/proposals.ts'
import { holdingsOf, sayAgreed, sayProposal } from '../../domain/observation/proposing.ts'
import type { Agreed, ObservationCommand } from '../../domain/observation/types.ts'
import { presentPerson } from './names.ts'

const presentProposal = (
  proposal: Proposal<ObservationCommand>,
  says: string,
  board: BoardSettings,
): Presented => ({
  number: proposal.number,
  says,
  at: proposal.at,
  by: presentPerson(board, proposal.by),
  until: proposal.until,
  holds: holdingsOf(proposal, board).map(({ label, text }) => ({ label, text })),
})

/** What waits for a second person. Only what is named here leaves. */
export const presentProposals = (
  proposals: readonly Proposal<ObservationCommand>[],
  board: BoardSettings,
): Presented[] => proposals.map((one) => presentProposal(one, sayProposal(one, board), board))

/** What somebody agreed to, for them to look at again. */
export const presentAgreed = (agreed: readonly Agreed[], board: BoardSettings): Presented[] =>
  agreed.map((one) => presentProposal(one, sayAgreed(one, board), board))
