import type { Ask } from './ask.ts'
import { ask } from './ask.ts'
import { againAsks, changeAsks, makeAsk, readAsks } from './asks.ts'
import { lookAtList, lookAtTrail, lookAtWaiting, sameAudit, sameEverything } from './looking.ts'
import { openFirst } from './open-first.ts'
import type { Session } from './session.ts'
import type { Sequence, Step, StepOf } from './steps.ts'
import { sameDeliveries, tellAsks } from './telling.ts'
import { forgetAsk, turnAsks } from './turns.ts'

/**
 * Takes every step over both stores.
 * @throws Difference at the first thing they do not agree about
 */
export async function drive(session: Session, { steps }: Sequence): Promise<void> {
  await openFirst(session)
  for (const step of steps) await take(session, step)
  await sameEverything(session)
}

async function take(session: Session, step: Step): Promise<void> {
  switch (step.do) {
    case 'make':
      return ask(session, [await makeAsk(session, step)])
    case 'change':
    case 'board':
      return ask(session, await changeAsks(session, step))
    case 'again':
      return ask(session, await againAsks(session, step))
    case 'read':
      return ask(session, await readAsks(session, step))
    case 'together':
      return ask(session, await together(session, step))
    case 'many':
      for (let nth = 0; nth < step.count; nth += 1)
        await ask(session, await changeAsks(session, { ...step, do: 'change', content: nth }))
      return
    case 'turn':
      for (const asks of turnAsks(session, step)) await ask(session, asks)
      return
    case 'forget':
      return ask(session, [forgetAsk()])
    case 'list':
      return lookAtList(session, step)
    case 'waiting':
      return lookAtWaiting(session, step)
    case 'trail':
      return lookAtTrail(session, step)
    case 'audit':
      return sameAudit(session)
    case 'wait':
      session.clock.advance({ minutes: step.minutes })
      return
    case 'reopen':
      session.story.push('the program is started again')
      return session.world.reopen()
    default:
      await ask(session, await tellAsks(session, step))
      if (step.do === 'plan') await sameDeliveries(session)
  }
}

/** All changes are of the one record; what is made is sent at the same moment, some of it the same. */
async function together(
  session: Session,
  { record, asks, twice }: StepOf<'together'>,
): Promise<readonly Ask[]> {
  const all: Ask[] = []
  for (const step of asks)
    if (step.do === 'make') all.push(await makeAsk(session, step, 2))
    else all.push(...(await changeAsks(session, step.do === 'change' ? { ...step, record } : step)))
  return twice ? [...all.slice(0, 1), ...all] : all
}
