import type { SettableClock } from '../faults/settable-clock.ts'
import type { Ask } from './ask.ts'
import { ask } from './ask.ts'
import { same } from './compare.ts'
import { look } from './looking.ts'
import { looksAtAll } from './looks.ts'
import { emptyModel } from './model.ts'
import { answered, dialogOf, forgetBefore } from './model-turns.ts'
import { openFirst } from './open-first.ts'
import { againAsk, boardAsk, changeAsk, introduceAsk, raiseAsk, readAsks } from './record-asks.ts'
import type { Sequence } from './sequences.ts'
import type { Session } from './session.ts'
import { refOf } from './session.ts'
import type { ChangeStep, Step, TogetherStep } from './steps.ts'
import { sameDeliveries, tell } from './telling.ts'
import { turnAsks } from './turn-asks.ts'

/** A sequence that is about to be taken, on a store that holds nothing yet. */
export const sessionOf = (
  world: Session['world'],
  clock: SettableClock,
  { begins }: Sequence,
  tally: Session['tally'],
): Session => {
  clock.set(begins)
  return {
    world,
    clock,
    began: begins,
    model: emptyModel(),
    story: [],
    sent: [],
    ids: new Map(),
    keys: new Map(),
    walk: undefined,
    asked: 0,
    tally,
  }
}

/**
 * Takes every step on the store and on the model.
 * @throws Difference at the first thing they do not agree about
 */
export async function drive(session: Session, { steps }: Sequence): Promise<void> {
  await openFirst(session)
  for (const step of steps) await take(session, step)
  await sameEverything(session)
}

async function take(session: Session, step: Step): Promise<void> {
  switch (step.do) {
    case 'raise':
      return ask(session, [raiseAsk(session, step)])
    case 'change':
      return ask(session, changesOf(session, step.record, [step]))
    case 'board':
      return ask(session, [boardAsk(session, step)])
    case 'introduce':
      return ask(session, introduceAsk(session, step))
    case 'again':
      return ask(session, againAsk(session, step))
    case 'read':
      return ask(session, readAsks(session, step))
    case 'turn':
      for (const asks of turnAsks(session, step)) await ask(session, asks)
      return
    case 'together':
      return ask(session, together(session, step))
    case 'many':
      for (const one of manyOf(step)) await ask(session, changesOf(session, step.record, [one]))
      return
    case 'plan':
    case 'claim':
    case 'settle':
    case 'reachable':
    case 'mark':
      return tell(session, step)
    case 'list':
    case 'nextPage':
    case 'trail':
    case 'audit':
      return look(session, step)
    case 'wait':
      session.clock.advance({ minutes: step.minutes })
      return
    case 'forget':
      return forget(session)
    case 'reopen':
      session.story.push('the program is started again')
      return session.world.reopen()
  }
}

function changesOf(session: Session, record: number, steps: readonly ChangeStep[]): readonly Ask[] {
  const ref = refOf(session, record)
  return ref === undefined ? [] : steps.map((step) => changeAsk(session, step, ref))
}

/** All changes are of the one record; reports are sent at the same moment, some of them the same. */
function together(session: Session, { record, asks, twice }: TogetherStep): readonly Ask[] {
  const all = asks.flatMap((step) =>
    step.do === 'change'
      ? changesOf(session, record, [step])
      : step.do === 'board'
        ? [boardAsk(session, step)]
        : // By one of two people, so that some send the same report.
          [raiseAsk(session, { ...step, who: { as: 'anybody', nth: step.who.nth % 2 } })],
  )
  return twice ? [...all.slice(0, 1), ...all] : all
}

const manyOf = ({ record, count }: Extract<Step, { do: 'many' }>): readonly ChangeStep[] =>
  Array.from({ length: count }, (_, nth) => ({
    do: 'change',
    record,
    who: { as: 'reporter', nth: 0 },
    action: 'add',
    content: {
      words: `It happened again, for the ${nth}th time.`,
      kind: 'nearMiss',
      danger: null,
      worry: null,
      outcome: 'multiAgencyReview',
      mode: 'bounceBack',
      agency: 0,
      person: null,
      review: null,
      slip: 'none',
    },
    version: 'none',
    faults: [],
  }))

async function forget(session: Session) {
  const { world, clock, model, story } = session
  story.push('what is past its time is deleted')
  const { turns } = world.stores()
  const counted = await turns.forgetBefore(clock.now())
  same('how much was forgotten', counted, forgetBefore(model, clock.now()))
  for (const [person, dialog] of model.dialogs) {
    if (dialog.state !== null) continue
    const { version } = await turns.dialog(person)
    // Whoever has nothing left may begin again at 0, or go on from where they were.
    if (version === 0) model.dialogs.set(person, { ...dialog, version })
  }
  await sameTurns(session)
}

async function sameTurns({ world, clock, model, keys }: Session) {
  const { turns } = world.stores()
  const now = clock.now()
  for (const [key, person] of keys) {
    const expected = answered(model, key, now)
    same(`what ${key} was answered`, await turns.answered(key), expected)
    same(`how a turn with ${key} begins`, await turns.begin(key, person), {
      earlier: expected,
      dialog: dialogOf(model, person, now),
    })
  }
  for (const person of new Set(keys.values()))
    same(`the dialog of ${person}`, await turns.dialog(person), dialogOf(model, person, now))
}

async function sameEverything(session: Session) {
  const { world, model } = session
  for (const { what, store, inModel } of await looksAtAll(world.stores(), model))
    same(what, store, inModel(model))
  await sameDeliveries(session)
  await sameTurns(session)
}
