import { dated } from '../../domain/machinery/dated.ts'
import { isKnown } from '../../domain/machinery/known.ts'
import { perform } from '../../domain/machinery/perform.ts'
import type { KindTypes, Recorded, RecordKind } from '../../domain/machinery/record-kind.ts'
import type { Happened } from '../../domain/machinery/taking.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { DomainError, isRefusal } from '../../domain/words/errors.ts'
import type { RecordStore, Stored } from '../../ports/records.ts'
import { CAUSES_KEPT } from '../../ports/records.ts'

/** A command on its way to a record. */
export interface Submission<Command> {
  readonly id: string
  readonly command: Command
  readonly actor: Actor
  /**
   * The same submission of the same action by the same person changes nothing and returns the
   * record as it is.
   */
  readonly submission: string
  /** The version the person was looking at; absent where it does not matter to them. */
  readonly version?: number
  /** Makes the record instead of changing it. */
  readonly isNew?: true
}

const TRIES = 5

const USED =
  'This was sent under the id of something else that you did here before, so nothing was changed. Open it again and do it once more.'

/**
 * The only way a record changes: load, check visibility, check the table, decide, evolve, save. A
 * conflict is retried; whoever named a version is refused once another has taken its place.
 * @throws DomainError in all its codes; `conflict` also for a submission that did something else
 * before
 */
export async function handleCommand<K extends KindTypes>(
  type: RecordKind<K>,
  store: RecordStore<K['state'], K['event']>,
  { id, command, actor, submission, version, isNew }: Submission<K['command']>,
  contextNow: () => Promise<K['context']>,
): Promise<Stored<K['state']>> {
  for (let attempt = 1; ; attempt += 1) {
    const context = await contextNow()
    const stored = isNew ? undefined : await store.load(id)
    if (!isNew) {
      const mine = stored?.causes.find(
        (cause) => cause.submission === submission && cause.by === actor.person,
      )
      if (stored && mine) {
        if (mine.action !== undefined && mine.action !== command.type)
          throw new DomainError('conflict', { what: id, say: USED })
        return stored
      }
      if (!stored || !isKnown(type, stored.state, actor, context))
        throw new DomainError('not-found', { what: type.kind })
      if (version !== undefined && version !== stored.version)
        throw new DomainError('conflict', { what: id })
    }
    const happened = perform(type, stored?.state, command, actor, context)
    if (happened.length === 0 && stored) return stored
    try {
      const by = { actor, submission, action: command.type, context }
      return await store.save(changeOf(type, id, stored, happened, by))
    } catch (error) {
      // The same submission may have been taken at the same moment. Then it is found the next time;
      // and whoever named a version that has passed is refused then.
      if (!isRefusal(error, 'conflict') || isNew || attempt === TRIES) throw error
    }
  }
}

function changeOf<K extends KindTypes>(
  type: Pick<RecordKind<K>, 'evolve' | 'duesOf'>,
  id: string,
  stored: Stored<K['state']> | undefined,
  happened: readonly Happened<K['event']>[],
  {
    actor,
    submission,
    action,
    context,
  }: {
    actor: Actor
    submission: string
    action: string
    context: K['context']
  },
) {
  const first = (stored?.events ?? 0) + 1
  const events: Recorded<K['event']>[] = []
  let state = stored?.state
  for (const [index, { by, event }] of happened.entries()) {
    const one = { seq: first + index, at: context.now, by, cause: submission, event }
    const after = dated(type, state, one, context)
    events.push(after.recorded)
    state = after.state
  }
  if (state === undefined) throw new TypeError('a command that makes nothing')
  const causes = [...(stored?.causes ?? []), { submission, by: actor.person, action }].slice(
    -CAUSES_KEPT,
  )
  return { id, from: stored?.version ?? 0, state, events, causes }
}
