import { dateOf, sayDay } from '../../domain/words/time.ts'
import type { Late } from '../../usecases/reminding/list-late.ts'
import type { Card, Link } from './card-data.ts'
import { namedRoute } from './text.ts'

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
