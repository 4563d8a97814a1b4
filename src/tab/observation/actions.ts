import type { ComponentType } from 'react'
import type { ObservationChange } from '../../contract/observations.ts'
import { AddForm } from '../forms/add-form.tsx'
import { CorrectKindForm } from '../forms/correct-kind-form.tsx'
import { DecideForm } from '../forms/decide-form.tsx'
import { GiveFeedbackForm } from '../forms/give-feedback-form.tsx'
import { ReassignForm } from '../forms/reassign-form.tsx'
import { ReopenForm } from '../forms/reopen-form.tsx'
import type { ActionFormProps } from '../forms/use-action-form.ts'

interface Shown {
  readonly label: string
  /** What is said when it is done. */
  readonly done: string
}

interface WithForm extends Shown {
  readonly Form: ComponentType<ActionFormProps>
}

/** How each action of the workflow looks here; which of them are there, the server says. */
export const ACTIONS = {
  decide: { label: 'Decide', done: 'Decision sent.', Form: DecideForm },
  acknowledge: {
    label: 'I am on it',
    done: 'The reporter is told that you are on it.',
    Form: null,
  },
  giveFeedback: { label: 'Give feedback', done: 'Feedback sent.', Form: GiveFeedbackForm },
  close: {
    label: 'Close',
    done: 'Closed. The reporter is told.',
    Form: null,
    question:
      'The reporter is told that it is closed. It can be opened again later, with a reason.',
  },
  reassign: { label: 'Reassign', done: 'Reassigned.', Form: ReassignForm },
  correctKind: { label: 'Correct the kind', done: 'Kind corrected.', Form: CorrectKindForm },
  reopen: { label: 'Reopen', done: 'Open again: it waits for a decision.', Form: ReopenForm },
  add: { label: 'Add something', done: 'Added. Thank you.', Form: AddForm },
} as const satisfies Record<
  ObservationChange,
  WithForm | (Shown & { readonly Form: null; readonly question?: string })
>
