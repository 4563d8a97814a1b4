import { OBSERVATION_NOTICES } from '../../domain/observation/notices.ts'
import { holdingsOf, sayProposal } from '../../domain/observation/proposing.ts'
import type { Missing } from '../../domain/words/errors.ts'
import type { SeenOutline } from '../../usecases/observation/read-outline.ts'
import { isOnCards, opensForm } from '../records/card-actions.ts'
import { opens } from '../records/verbs.ts'
import type { Fields } from '../talk/turn.ts'
import { formCard, leaves, messageCard, submits } from './build.ts'
import type { Button, Card, Link, Section } from './card-data.ts'
import { inputsOf } from './field-inputs.ts'
import { outlineFacts } from './outline-cards.ts'
import { linesOf, named } from './text.ts'

/**
 * What waits for the chair to agree. As sent, it shows nothing anybody wrote. Once they read it, it
 * shows the proposal and takes the answer.
 */
export function proposedCard(
  seen: SeenOutline,
  link: Link,
  { isRead, submission, note = '' }: { isRead: boolean; submission: string; note?: string },
): Card {
  const { ref, proposals, allowed, board } = seen
  const { title, intro } = OBSERVATION_NOTICES.proposed
  const obstacles = allowed.flatMap(({ missing }) => missing.map(({ say }) => say))
  const says = proposals.map((proposal) => sayProposal(proposal, board, named))
  const buttons = allowed
    .filter(({ action, missing }) => missing.length === 0 && isOnCards(action))
    .flatMap(({ action, label, given }): readonly Button[] =>
      isOnCards(action)
        ? [
            {
              title: label,
              verb: opensForm(action) ? opens(action) : action,
              data: { ref, submission, ...given },
            },
          ]
        : [],
    )
  return messageCard(title.replace('{ref}', ref), {
    note: [note, ...says, ...obstacles].filter((said) => said !== '').join(' '),
    intro: [intro],
    facts: outlineFacts(seen),
    sections: isRead
      ? proposals.flatMap((proposal) =>
          holdingsOf(proposal, board).map(({ label, text }) => ({
            heading: label,
            lines: linesOf(text),
          })),
        )
      : [],
    // Nobody agrees to what they have not read.
    buttons: isRead ? buttons : [{ title: 'Read it', verb: 'openReport', data: { ref } }],
    links: [link],
  })
}

/** Takes the reason for not agreeing, beside the proposal. */
export function declineForm(
  { ref, allowed }: SeenOutline,
  fields: Fields,
  missing: readonly Missing[],
): Card | undefined {
  const offered = allowed.find(
    ({ action, given }) => action === 'decline' && String(given['proposal']) === fields['proposal'],
  )
  if (!offered) return undefined
  const title = `${offered.label}: ${ref}`
  const problemAt = (...needs: readonly string[]) =>
    missing
      .filter(({ need }) => needs.includes(need))
      .map(({ say }) => say)
      .join(' ')
  const data = { ref, submission: fields['submission'] ?? '', ...offered.given }
  return formCard(title, {
    summary: title,
    fields: offered.fields.flatMap((field) => inputsOf(field, { typed: fields, problemAt })),
    buttons: [
      submits({ title: offered.send, verb: 'decline', data }),
      leaves({ title: 'Cancel', verb: 'openReport', data: { ref } }),
    ],
  })
}

/** Replaces a card to which nobody has to agree any more. @param unsent what was typed into it */
export const settledCard = (ref: string, unsent: readonly Section[] = []): Card =>
  messageCard(OBSERVATION_NOTICES.settled.title.replace('{ref}', ref), {
    sections: unsent,
    intro: [
      'What was proposed has been answered or taken back, has lapsed, or has changed by something that was done meanwhile.',
    ],
  })
