import { addressed } from '../../../src/bot/cards/build.ts'
import type { Persona } from '../../../src/bot/cards/local-cards.ts'
import { actAsCard, actingCard, nowActingCard } from '../../../src/bot/cards/local-cards.ts'
import type { Talker } from '../../../src/bot/cards/talk-cards.ts'
import {
  agencyCard,
  fallbackCard,
  helpCard,
  nextCard,
  sayCard,
  thanksCard,
  welcomeCard,
} from '../../../src/bot/cards/talk-cards.ts'
import { DEMO_PEOPLE } from '../../../src/demo/demo-board.ts'
import { personId } from '../../../src/domain/words/ids.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'

/** Cards of talking to the bot outside a report. */
export function talkSamples({ board, name }: SampleWorld): readonly CardSample[] {
  const staff: Talker = { board, triages: false, actingAs: '' }
  const senior: Talker = { board, triages: true, actingAs: '' }
  const acting = name('Senior Nurse: Senior for Health visiting')
  const people: readonly Persona[] = DEMO_PEOPLE.map((person) => ({
    id: personId(person.id),
    says: name(`${person.name}: ${person.jobTitle}`),
  }))
  return [
    {
      name: 'Welcome',
      says: 'To everybody who opens the chat or says hello.',
      card: welcomeCard(staff),
    },
    {
      name: 'Welcome, in local mode',
      says: 'The same while somebody acts as a person of the demo board.',
      card: welcomeCard({ ...senior, actingAs: acting }),
    },
    {
      name: 'Help',
      says: 'After “help”, to somebody who does not triage.',
      card: helpCard(staff),
    },
    {
      name: 'Help for somebody who triages',
      says: 'After “help”, with “my work” besides.',
      card: helpCard(senior),
    },
    {
      name: 'What happens next',
      says: 'After “what happens next?” or “who sees this?”.',
      card: nextCard(staff),
    },
    { name: 'You are welcome', says: 'After “thanks”.', card: thanksCard() },
    {
      name: 'Something else was said',
      says: 'After words the bot cannot place: what it can do, as buttons.',
      card: fallbackCard(senior),
    },
    {
      name: 'Refusal',
      says: 'When something is not possible: what is the matter, and what to do.',
      card: sayCard('We cannot find that. Check the reference, or ask the board office.'),
    },
    {
      name: 'Where do you work',
      says: 'Once, to somebody nobody has entered.',
      card: agencyCard(board),
    },
    {
      name: 'Where do you work, not chosen',
      says: 'The same when no agency, or one that has closed, was sent.',
      card: agencyCard(board, 'Choose the agency you work for.'),
    },
    {
      name: 'Act as',
      says: 'Local mode only: who to be.',
      card: actAsCard(people, acting),
    },
    {
      name: 'Acting as',
      says: 'Local mode only: takes the place of the card before once somebody is chosen.',
      card: nowActingCard(acting),
    },
    {
      name: 'Acting as, with what waits',
      says: 'Local mode only: the first thing somebody sees as another person; what was sent to them follows.',
      card: actingCard({ ...senior, actingAs: acting }, { messages: 2, decisions: 1 }),
    },
    {
      name: 'Addressed to somebody',
      says: 'Local mode only: every message for another person says whom it is to.',
      card: addressed(thanksCard(), name('To: Deputy Nurse: Senior for Health visiting (deputy)')),
    },
  ]
}
