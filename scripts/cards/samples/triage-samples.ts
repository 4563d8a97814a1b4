import type { FormState } from '../../../src/bot/cards/action-form.ts'
import { actionForm, actionPreview } from '../../../src/bot/cards/action-form.ts'
import { passedOnCard, passedOnToCard, triageCard } from '../../../src/bot/cards/triage-cards.ts'
import { agencyId } from '../../../src/domain/words/ids.ts'
import type { CardSample, SampleWorld, Step } from './sample-world.ts'
import { SAMPLE_REF, sampleLink } from './sample-world.ts'

const DECIDED: readonly Step[] = ['raised', 'acknowledged', 'decided']
const CLOSED: readonly Step[] = [...DECIDED, 'feedbackGiven', 'closed']

/** The triager's card as it changes with its observation. */
export function triageSamples({ board, seenBy }: SampleWorld): readonly CardSample[] {
  const triage = (steps: readonly Step[], more: { isRead?: boolean; note?: string } = {}) =>
    triageCard(seenBy('senior', ...steps), {
      link: sampleLink(`triage/${SAMPLE_REF}`, 'Open in the tab'),
      submission: 'submission-1',
      ...more,
    })
  return [
    {
      name: 'Triage',
      says: 'To the senior and the deputy of the agency: what waits for a decision, without a word of the story.',
      card: triage(['raised']),
    },
    {
      name: 'Triage, same day',
      says: 'The same when a child may be at risk now (I1).',
      card: triage(['raisedUrgent']),
    },
    {
      name: 'Triage, read',
      says: 'The same after “Read it”, on this person’s copy only.',
      card: triage(['raised', 'addedTo', 'acknowledged'], { isRead: true }),
    },
    {
      name: 'Triage, kind corrected',
      says: 'The same once triage calls it something else (S5), and after a press that changed nothing.',
      card: triage(['raised', 'acknowledged', 'kindCorrected'], {
        note: 'It changed while you were looking at it. Look again before you decide.',
      }),
    },
    {
      name: 'Triage, passed on',
      says: 'The same for whom it was passed on to: that there is a reason, behind “Read it”.',
      card: triage(['raised', 'passedOn']),
    },
    {
      name: 'Triage, proposed',
      says: 'The same while a decision waits for the chair to agree.',
      card: triage(['raised', 'acknowledged', 'harmSaid', 'proposed']),
    },
    {
      name: 'Triage, decided',
      says: 'The same card after the decision: who decided what and when, and what usually follows.',
      card: triage(DECIDED),
    },
    {
      name: 'Triage, urgent again',
      says: 'To the same people when what was added after they looked says that a child may be at risk: what is new, and to read it first.',
      card: triage([...DECIDED, 'addedLater', 'becameUrgent']),
    },
    {
      name: 'Triage, feedback given',
      says: 'The same once the reporter has heard what was done: it can be closed.',
      card: triage([...DECIDED, 'feedbackGiven']),
    },
    {
      name: 'Triage, closed',
      says: 'The same card at the end.',
      card: triage(CLOSED),
    },
    {
      name: 'Passed on',
      says: 'What the card becomes for somebody who may no longer see the observation.',
      card: passedOnCard(SAMPLE_REF),
    },
    {
      name: 'Passed on by me',
      says: 'What the card becomes for the person who passed it on.',
      card: passedOnToCard(SAMPLE_REF, board, { agency: agencyId('police'), person: null }),
    },
  ]
}

/** The forms that open on the triager's card. */
export function formSamples({ seenBy, told }: SampleWorld): readonly CardSample[] {
  const state = (
    typed: FormState['typed'] = {},
    more: Partial<FormState> = {},
    steps: readonly Step[] = ['raised', 'acknowledged'],
  ): FormState => ({
    seen: seenBy('senior', ...steps),
    submission: 'submission-1',
    typed,
    missing: [],
    note: '',
    ...more,
  })
  const reason = told('Other clinics book by name as well, so the same can happen there.')
  const words = told(
    'The team manager is asked to use OBS-2026-0042 for learning at the team meeting by 30 April 2026, without names.',
  )
  const tooShort = 'Give the reason in at least 20 characters; there are 9. The reporter reads it.'
  return [
    {
      name: 'Decide: outcome',
      says: 'First step of a decision: what should happen.',
      card: actionForm('decide', state()),
    },
    {
      name: 'Decide: reason and words',
      says: 'Second step: why, and what the reporter will read, prefilled for the outcome.',
      card: actionForm('decide', state({ outcome: 'multiAgencyReview' })),
    },
    {
      name: 'Decide: something missing',
      says: 'The same when the server says no: what was typed is kept.',
      card: actionForm(
        'decide',
        state(
          { outcome: 'multiAgencyReview', reason: told('Important'), words },
          { missing: [{ need: 'reason', say: tooShort }] },
        ),
      ),
    },
    {
      name: 'Decide: changed meanwhile',
      says: 'The same when somebody else changed the observation while this was written.',
      card: actionForm(
        'decide',
        state(
          { outcome: 'multiAgencyReview', reason, words },
          {
            note: 'It changed while you were writing. Somebody senior is looking at it. What you wrote is kept: look, and send it again if it still fits.',
          },
        ),
      ),
    },
    {
      name: 'Decide: preview',
      says: 'Last step: the decision as the reporter will read it, to send or to change.',
      card: actionPreview(
        'decide',
        state({ outcome: 'multiAgencyReview', reason, words, nextReviewOn: '2026-06-01' }),
      ),
    },
    {
      name: 'Reassign',
      says: 'Passing it on, with a reason.',
      card: actionForm('reassign', state()),
    },
    {
      name: 'Correct the kind',
      says: 'What it really is, with a reason; what the reporter called it is kept (S5).',
      card: actionForm('correctKind', state({ reason: told('The letter did go out.') })),
    },
    {
      name: 'Let another decide',
      says: 'Asks first, because it cannot be undone.',
      card: actionForm('recuse', state()),
    },
    {
      name: 'Say whether a child was harmed',
      says: 'Whether a child died or was seriously harmed: then nobody decides alone.',
      card: actionForm('sayHarm', state()),
    },
    {
      name: 'Ask the reporter',
      says: 'A question, which the reporter reads in a message of its own.',
      card: actionForm('ask', state({ question: told('Which clinic was it?') })),
    },
    {
      name: 'Give feedback',
      says: 'What the reporter should hear about what was done.',
      card: actionForm(
        'giveFeedback',
        state({ text: told('The booking form now asks for the date of birth.') }, {}, DECIDED),
      ),
    },
    {
      name: 'Open again',
      says: 'A closed one goes back to waiting for a decision, with a reason.',
      card: actionForm('reopen', state({ reason: told('It happened again.') }, {}, CLOSED)),
    },
  ]
}
