import { FACT_WORDS } from '../../domain/observation/fact-words.ts'
import { OBSERVATION_NOTICES } from '../../domain/observation/notices.ts'
import { holdingsOf, sayAgreed } from '../../domain/observation/proposing.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import { labelOf, observationKinds, triageOutcomes } from '../../domain/taxonomies/lists.ts'
import { dateOf, sayDate } from '../../domain/words/time.ts'
import type { SeenOutline } from '../../usecases/observation/read-outline.ts'
import { messageCard } from './build.ts'
import type { Card, Fact, Link } from './card-data.ts'
import { lateFacts } from './late-card.ts'
import { linesOf, named, namedRoute } from './text.ts'

const LATE = {
  title: '{ref}: something about it is late',
  intro:
    'You see an outline: what was written, and who wrote it, stay with those who triage it. That you saw it is noted.',
}

/** Nothing is late, but it has climbed to them: nobody has opened it, or everybody there is away. */
const WAITS = {
  title: '{ref}: it waits for somebody to look at it',
  intro:
    'Nobody who triages there has opened or answered it, or all of them are away today. You see an outline: what was written, and who wrote it, stay with those who triage it. That you saw it is noted.',
}

const AGREED = {
  title: '{ref}: what you agreed to',
  intro:
    'You see an outline: what was written, and who wrote it, stay with those who triage it. Ask them for what you need.',
}

/** How a question to the board stands: its subject and who asks, never what was written. */
export function outlineCard(
  seen: SeenOutline,
  link: Link,
  {
    notice = 'asked',
    submission,
    isRead = false,
  }: {
    readonly notice?: 'asked' | 'askedMoved'
    readonly submission: string
    /** They asked to see it. Only then it shows what somebody wrote. */
    readonly isRead?: boolean
  },
): Card {
  const { ref, outline, allowed, version, agreed, late, board } = seen
  const { title, intro } = outline.isAsked
    ? OBSERVATION_NOTICES[notice]
    : agreed.length > 0
      ? AGREED
      : late.length > 0
        ? LATE
        : WAITS
  return messageCard(title.replace('{ref}', ref), {
    intro: [intro],
    note: agreed.map((one) => sayAgreed(one, board, named)).join(' '),
    facts: [...lateFacts(isRead ? late : []), ...outlineFacts(seen)],
    sections: isRead
      ? agreed.flatMap((one) =>
          holdingsOf(one, board).map(({ label, text }) => ({
            heading: label,
            lines: linesOf(text),
          })),
        )
      : [],
    buttons: allowed
      .filter(({ missing }) => missing.length === 0)
      .map(({ action, label }) => ({
        title: label,
        verb: 'openAction',
        data: { ref, action, version, submission },
      })),
    links: [link],
  })
}

/** The facts told about it. No reporter, nothing anybody wrote. */
export function outlineFacts({ outline, board }: SeenOutline): readonly Fact[] {
  const { kind, agency, raisedAt, decisions, stage, closedAt } = outline
  return [
    { title: FACT_WORDS.kind, value: labelOf(observationKinds, kind) },
    { title: FACT_WORDS.agency, value: namedRoute(board, { agency, person: null }) },
    { title: FACT_WORDS.raised, value: sayDate(dateOf(raisedAt)) },
    ...decisions.map(({ outcome, at, by }) => ({
      title: 'Decided',
      value: `${labelOf(triageOutcomes, outcome)}, on ${sayDate(dateOf(at))} by ${named(sayPerson(board, by))}`,
    })),
    ...(stage === 'awaitingTriage' && decisions.length > 0
      ? [{ title: 'Now', value: 'It was opened again and waits for a decision.' }]
      : []),
    ...(closedAt ? [{ title: FACT_WORDS.closed, value: sayDate(dateOf(closedAt)) }] : []),
  ]
}
