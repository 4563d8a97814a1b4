import { describe, expect, test } from 'vitest'
import { getOutline } from '../../src/usecases/observation/read-outline.ts'
import type { Setup } from '../contracts/contract-setup.ts'
import { openFor } from '../contracts/contract-setup.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  deputyNurse,
  healthVisitor,
  officeDeputy,
  officeManager,
  seniorNurse,
  trustLead,
  without,
} from '../domain/a-board.ts'
import { COMPLETE, deciding, ENOUGH } from '../domain/an-observation.ts'
import { aRemindingScene } from './a-reminding-scene.ts'

const DAY = 24

/** What goes out at one moment has no order among different people. */
const expectSaid = (said: readonly string[], meant: readonly string[]) =>
  expect([...said].sort()).toEqual([...meant].sort())
const danger = [
  ...ENOUGH.nearMiss.filter(({ question }) => question !== 'dangerNow'),
  { question: 'dangerNow', value: { type: 'choice' as const, code: 'yes' } },
]
const SUPERVISION = deciding('supervision')

/** Every clock: a message leaves, once, to the right person, and stops by what was done. */
export function remindersContract(name: string, setup: Setup): void {
  /** Monday 2 March 2026, ten o'clock. */
  const scene = async (given: Partial<Parameters<typeof aRemindingScene>[1]> = {}) =>
    aRemindingScene((await openFor(setup)).stores, { at: '2026-03-02T10:00Z', ...given })

  describe(`${name}: who is reminded, and when`, () => {
    test('S13: a decision: before, on the day, and then it climbs, one message a person a day', async () => {
      const { raise, take, passes } = await scene()
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, COMPLETE.acknowledge)
      expectSaid(await passes(15 * DAY), [
        `06 09:00 ${seniorNurse}: Decide 1`,
        `09 09:00 ${seniorNurse}: Decide 1`,
        `10 09:00 ${seniorNurse}: late A decision 1`,
        `10 09:00 ${deputyNurse}: late A decision 1`,
        `11 09:00 ${seniorNurse}: late A decision 1`,
        `11 09:00 ${trustLead}: late A decision 1`,
        `12 09:00 ${seniorNurse}: late A decision 1`,
        `12 09:00 ${officeManager}: late A decision 1`,
        `16 09:00 ${seniorNurse}: late A decision 1`,
        `16 09:00 ${boardChair}: late A decision 1`,
      ])
      await take(seniorNurse, id, SUPERVISION)
      expect(await passes(10 * DAY)).toEqual([])
    })

    test('S13: a start: on the next working day, and once more when it is late', async () => {
      const { raise, take, passes } = await scene()
      const id = await raise(healthVisitor)
      expectSaid(await passes(2 * DAY), [
        `03 09:00 ${seniorNurse}: Say that you have it 1`,
        `04 09:00 ${seniorNurse}: late A start 1`,
        `04 09:00 ${deputyNurse}: late A start 1`,
      ])
      await take(seniorNurse, id, COMPLETE.acknowledge)
      expect(await passes(DAY)).toEqual([])
    })

    test('I1: what may be danger: two office hours, the next morning the office, then the chair', async () => {
      const { raise, take, passes } = await scene()
      const id = await raise(healthVisitor, danger)
      expectSaid(await passes(2 * DAY), [
        `02 12:00 ${seniorNurse}: Decide 1`,
        `02 12:00 ${deputyNurse}: Decide 1`,
        `03 09:00 ${seniorNurse}: late A decision 1`,
        `03 09:00 ${officeManager}: late A decision 1`,
        `04 09:00 ${seniorNurse}: late A decision 1`,
        `04 09:00 ${boardChair}: late A decision 1`,
      ])
      await take(seniorNurse, id, SUPERVISION)
      expect(await passes(DAY)).toEqual([])
    })

    test('I1: nobody is told that it was not opened once somebody has opened it', async () => {
      const { raise, open, take, passes } = await scene()
      const id = await raise(healthVisitor, danger)
      await passes(1)
      await open(deputyNurse, id)
      expect(await passes(6)).toEqual([])
      await take(deputyNurse, id, SUPERVISION)
      expect(await passes(2 * DAY)).toEqual([])
    })

    test('I1: told in the evening it is looked at on the next morning, and then it climbs', async () => {
      const { raise, passes, clock } = await scene()
      clock.advance({ hours: 9 })
      await raise(healthVisitor, danger)
      expectSaid(await passes(2 * DAY), [
        `03 11:00 ${seniorNurse}: Decide 1`,
        `03 11:00 ${deputyNurse}: Decide 1`,
        `04 09:00 ${seniorNurse}: late A decision 1`,
        `04 09:00 ${officeManager}: late A decision 1`,
      ])
    })

    test('S13: word of what was done, then closing, each stops when it is done', async () => {
      const { raise, take, passes, clock } = await scene()
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, SUPERVISION)
      clock.advance({ days: 25 })
      expectSaid(await passes(4 * DAY), [
        `27 11:00 ${seniorNurse}: Tell the reporter what was done 1`,
        `30 09:00 ${seniorNurse}: Tell the reporter what was done 1`,
        `31 09:00 ${seniorNurse}: late Word of what was done 1`,
        `31 09:00 ${deputyNurse}: late Word of what was done 1`,
      ])
      await take(seniorNurse, id, COMPLETE.giveFeedback)
      expectSaid(await passes(8 * DAY), [
        `06 09:00 ${seniorNurse}: Close it 1`,
        `07 09:00 ${seniorNurse}: Close it 1`,
        `08 09:00 ${seniorNurse}: late Closing 1`,
        `08 09:00 ${deputyNurse}: late Closing 1`,
      ])
      await take(seniorNurse, id, COMPLETE.close)
      expect(await passes(5 * DAY)).toEqual([])
    })

    test('a review date: before and on the day, until somebody has looked again', async () => {
      const { raise, take, passes } = await scene()
      const id = await raise(healthVisitor)
      const decision = deciding('answerAndClose', { nextReviewOn: '2026-03-06' })
      await take(seniorNurse, id, decision)
      expectSaid(await passes(4 * DAY), [
        `05 09:00 ${seniorNurse}: Look at it again 1`,
        `06 09:00 ${seniorNurse}: Look at it again 1`,
      ])
      await take(seniorNurse, id, { type: 'lookAgain' })
      expect(await passes(7 * DAY)).toEqual([])
    })

    test('a question to the reporter: they once, then whoever asked, and it never climbs', async () => {
      const { raise, take, passes, clock } = await scene()
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, deciding('multiAgencyReview'))
      await take(deputyNurse, id, COMPLETE.ask)
      expectSaid(await passes(12 * DAY), [
        `09 09:00 ${healthVisitor}: Answer the question about your report 1`,
        `10 09:00 ${deputyNurse}: Go on without the reporter’s answer, or ask again 1`,
      ])
      await take(deputyNurse, id, COMPLETE.ask)
      await take(healthVisitor, id, COMPLETE.reply)
      clock.advance({ hours: 1 })
      expect(await passes(7 * DAY)).toEqual([])
    })

    test('a question to the board: the chair once, and it never climbs', async () => {
      const { raise, take, passes, clock } = await scene()
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, deciding('considerStatutoryReview'))
      clock.advance({ days: 13 })
      expectSaid(await passes(9 * DAY), [
        `16 09:00 ${boardChair}: Give the board’s answer to those who triage it 1`,
      ])
    })

    test('what is proposed: the chair before it lapses, until it is answered', async () => {
      const { raise, take, passes } = await scene()
      const propose = async () => {
        const id = await raise(healthVisitor)
        await take(seniorNurse, id, COMPLETE.acknowledge)
        await take(seniorNurse, id, { type: 'sayHarm', harm: 'died' })
        await take(seniorNurse, id, SUPERVISION)
        return id
      }
      const answered = await propose()
      await propose()
      expectSaid(await passes(DAY), [
        `03 09:00 ${boardChair}: ${[1, 2].map((n) => `Agree to what is proposed, or say why not ${n}`).join(', ')}`,
      ])
      await take(boardChair, answered, { type: 'agree', proposal: 4 })
      expectSaid(await passes(2 * DAY), [
        `04 09:00 ${boardChair}: Agree to what is proposed, or say why not 2`,
      ])
    })

    test('danger that was added after a decision presses at once', async () => {
      const { raise, take, passes } = await scene()
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, SUPERVISION)
      await passes(1)
      await take(healthVisitor, id, { type: 'add', text: 'He is going to hit her.', answers: [] })
      expectSaid(await passes(3), [
        `02 13:00 ${seniorNurse}: Read what was added 1`,
        `02 13:00 ${deputyNurse}: Read what was added 1`,
      ])
      await take(seniorNurse, id, COMPLETE.giveFeedback)
      expect(await passes(2 * DAY)).toEqual([])
    })

    test('several things of a day are one message', async () => {
      const { raise, passes, clock } = await scene()
      await raise(healthVisitor)
      clock.advance({ hours: 1 })
      await raise(healthVisitor)
      expect(await passes(DAY)).toEqual([
        `03 09:00 ${seniorNurse}: Say that you have it 1, Say that you have it 2`,
      ])
    })

    test('nothing goes out on a weekend, a bank holiday or in the evening', async () => {
      const { raise, take, passes } = await scene({ off: ['2026-03-09'] })
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, COMPLETE.acknowledge)
      // Five working days after Monday 2 March, without Monday 9 March.
      expect(await passes(8 * DAY)).toEqual([`10 09:00 ${seniorNurse}: Decide 1`])
    })

    test('S13: over holidays no step is left out: each is told on the next working day', async () => {
      const off = ['2026-03-10', '2026-03-11']
      const { raise, take, passes, clock } = await scene({ off })
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, COMPLETE.acknowledge)
      // Due on Monday 9 March: the deputy's day and the agency lead's are holidays.
      clock.advance({ hours: 7 * 24 + 12 })
      expectSaid(
        (await passes(3 * DAY)).filter((said) => said.startsWith('12')),
        [seniorNurse, deputyNurse, trustLead, officeManager].map(
          (person) => `12 09:00 ${person}: late A decision 1`,
        ),
      )
    })

    test('I1: told at four in the afternoon, the deputy hears no later than the office', async () => {
      const { raise, passes, clock } = await scene()
      clock.advance({ hours: 6 })
      await raise(healthVisitor, danger)
      expectSaid(await passes(2 * DAY), [
        `03 10:00 ${seniorNurse}: late A decision 1`,
        `03 10:00 ${deputyNurse}: late A decision 1`,
        `04 09:00 ${seniorNurse}: late A decision 1`,
        `04 09:00 ${officeManager}: late A decision 1`,
      ])
    })

    test('I5: an absence and a leaver move what waits at once', async () => {
      const away = aBoard({
        people: aBoard().people.map((person) =>
          person.id === seniorNurse ? { ...person, awayUntil: '2026-03-03' } : person,
        ),
      })
      const { raise, passes, boardBecomes } = await scene({ board: away })
      await raise(healthVisitor)
      expect(await passes(DAY)).toEqual([`03 09:00 ${deputyNurse}: Say that you have it 1`])
      await boardBecomes(without(aBoard(), seniorNurse, deputyNurse))
      const said = await passes(DAY)
      expect(said.length).toBeGreaterThan(0)
      expect(said.join()).not.toMatch(new RegExp(`${seniorNurse}|${deputyNurse}`))
    })

    test('I5: where a whole agency is away, the office hears at once of what it would be told', async () => {
      const team: readonly string[] = [seniorNurse, deputyNurse, trustLead]
      const people = aBoard().people.map((person) =>
        team.includes(person.id) ? { ...person, awayUntil: '2026-12-31' } : person,
      )
      const { raise, passes, deps } = await scene({ board: aBoard({ people }) })
      const ref = await raise(healthVisitor, danger)
      const said = await passes(DAY)
      expect(said[0]).toMatch(new RegExp(`^02 1[0-9]:00 ${officeManager}: `))
      expect(said.join()).not.toMatch(new RegExp(team.join('|')))
      // What they are told of they can open and pass on, though it is not late.
      const seen = await getOutline(deps, ref, actorOf(officeManager))
      expect(seen.allowed.map(({ action }) => action)).toEqual(['passOnLate'])
    })

    test('I5: and of what is not late yet, where somebody had started and all went away', async () => {
      const team: readonly string[] = [seniorNurse, deputyNurse, trustLead]
      const { raise, take, passes, boardBecomes } = await scene()
      const id = await raise(healthVisitor)
      await take(seniorNurse, id, COMPLETE.acknowledge)
      const people = aBoard().people.map((person) =>
        team.includes(person.id) ? { ...person, awayUntil: '2026-12-31' } : person,
      )
      await boardBecomes(aBoard({ people }))
      // Due on Monday the 9th: the working day before, and the day.
      const said = await passes(7 * DAY)
      expect(said.slice(0, 2)).toEqual([
        `06 09:00 ${officeManager}: Decide 1`,
        `09 09:00 ${officeManager}: Decide 1`,
      ])
    })

    test('a deputy of the office is asked while the business manager is away', async () => {
      const board = aBoard()
      const people = board.people.map((person) =>
        person.id === officeManager ? { ...person, awayUntil: '2026-12-31' } : person,
      )
      const { raise, passes } = await scene({ board: { ...board, people } })
      await raise(healthVisitor, danger)
      expect((await passes(DAY)).at(-1)).toBe(`03 09:00 ${officeDeputy}: late A decision 1`)
    })
  })
}
