import { answeredCard } from '../../../src/bot/cards/notice-cards.ts'
import { declineForm, proposedCard, settledCard } from '../../../src/bot/cards/proposed-cards.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'
import { SAMPLE_REF, sampleLink } from './sample-world.ts'

/** What a second person is asked, and what the proposer hears. */
export function proposedSamples({ outlineAfter, told }: SampleWorld): readonly CardSample[] {
  const seen = outlineAfter('raised', 'harmSaid', 'proposed')
  const link = sampleLink(`outlines/${SAMPLE_REF}`, 'Open in the tab')
  const given = { proposal: '3', submission: 'submission-1' }
  const reason = told('The panel has to see it first.')
  const form = declineForm(seen, { ...given, reason }, [])
  return [
    {
      name: 'Proposed',
      says: 'To the chair and the deputy, when a decision needs somebody to agree: an outline, and a door.',
      card: proposedCard(seen, link, { isRead: false, submission: 'submission-1' }),
    },
    {
      name: 'Proposed, read',
      says: 'The same after “Read it”: what is proposed, to agree to or not.',
      card: proposedCard(seen, link, { isRead: true, submission: 'submission-1' }),
    },
    ...(form ? [{ name: 'Do not agree', says: 'Why not, for who proposed it.', card: form }] : []),
    {
      name: 'Proposed, answered',
      says: 'What the card becomes when nothing waits any more.',
      card: settledCard(SAMPLE_REF),
    },
    ...(['agreed', 'notAgreed', 'overtaken', 'lapsed'] as const).map((notice) => ({
      name: `What was proposed: ${{ agreed: 'agreed', notAgreed: 'not agreed', overtaken: 'no longer asked', lapsed: 'lapsed' }[notice]}`,
      says: 'To who proposed it; the reason is behind its door.',
      card: answeredCard(SAMPLE_REF, notice),
    })),
  ]
}
