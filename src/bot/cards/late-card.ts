import { dateOf, sayDay } from '../../domain/words/time.ts'
import type { LateAbout } from '../../usecases/reminding/late-about.ts'
import { sayLate } from '../../usecases/reminding/late-about.ts'
import type { Late } from '../../usecases/reminding/list-late.ts'
import type { SeenLate } from '../../usecases/reminding/read-late.ts'
import { messageCard } from './build.ts'
import type { Card, Fact, Link } from './card-data.ts'
import { namedRoute, plain, shortened } from './text.ts'

const SHOWN = 10

/** What is late on the whole board: by agency and matter, and the first of it by reference. */
export const lateCard = ({ lines, byAgency, byMatter, isMore, board }: Late, link: Link): Card => {
  const nameOf = (agency: (typeof byAgency)[number]['agency']) =>
    namedRoute(board, { agency, person: null })
  const some = (counts: readonly string[]) => counts.join('; ')
  return {
    template: 'list',
    data: {
      to: '',
      title: 'What is late',
      summary: 'What is late',
      note: '',
      intro:
        lines.length === 0
          ? ['Nothing is late.']
          : [
              `By agency: ${some(byAgency.map(({ agency, count }) => `${nameOf(agency)} ${count}`))}.`,
              `By matter: ${some(byMatter.map(({ matter, count }) => `${matter.is} ${count}`))}.`,
              ...(isMore || lines.length > SHOWN
                ? [
                    `The first ${Math.min(SHOWN, lines.length)}: what is urgent, then what has been late for longest.`,
                  ]
                : []),
            ],
      rows: lines.slice(0, SHOWN).map(({ ref, kind, matter, agency, due }) => ({
        title: ref,
        says: `${matter.is} was due on ${sayDay(dateOf(due))}. With ${nameOf(agency)}.`,
        open: 'Open',
        verb: kind === 'observation' ? 'openReport' : 'openRecord',
        data: { ref },
        others: [],
      })),
      buttons: [],
      links: [link],
    },
  }
}

const FACT_CHARACTERS = 300

/** What is late about a record: since when, whose it is, and what can be done. */
export const lateFacts = (late: readonly LateAbout[]): readonly Fact[] =>
  late.flatMap((one) => [
    { title: one.matter.is, value: `${sayLate(one)}.` },
    { title: 'Who has it', value: plain(shortened(one.heldBy, FACT_CHARACTERS)) },
    { title: 'What you can do', value: plain(shortened(one.canDo, FACT_CHARACTERS)) },
  ])

/** The same for whoever oversees the board, of a record of which they see no more. */
export const lateRecordCard = ({ id, agency, late, board }: SeenLate, link: Link): Card =>
  messageCard(`${id}: something about it is late`, {
    intro: [
      'You see what is late, and no more: what was written stays with those who hold it. That you saw it is noted.',
    ],
    facts: [
      { title: 'Agency', value: namedRoute(board, { agency, person: null }) },
      ...lateFacts(late),
    ],
    links: [link],
  })
