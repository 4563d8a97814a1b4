import type { Allowed } from '../../domain/machinery/allowed.ts'
import { makingFor } from '../../domain/machinery/allowed.ts'
import { readFields, rowInput } from '../../domain/machinery/fields/read.ts'
import { PROPOSAL_MOVES } from '../../domain/machinery/proposals.ts'
import type { Move } from '../../domain/machinery/record-kind.ts'
import type { Kind, NamedRecord, Of } from '../../domain/records.ts'
import { anyRecord, readRecord as named, RECORDS } from '../../domain/records.ts'
import { entryOf } from '../../domain/words/entry.ts'
import { DomainError, isRefusal } from '../../domain/words/errors.ts'
import { dateOf } from '../../domain/words/time.ts'
import { getOutline } from '../../usecases/observation/read-outline.ts'
import { changeRecord } from '../../usecases/records/change-record.ts'
import { contextNow } from '../../usecases/records/context-now.ts'
import { getRecord } from '../../usecases/records/get-record.ts'
import { makeRecord } from '../../usecases/records/make-record.ts'
import { readRecord } from '../../usecases/records/read-record.ts'
import { readLate } from '../../usecases/reminding/read-late.ts'
import { sayRefusal } from '../../usecases/say-refusal.ts'
import type { Card } from '../cards/card-data.ts'
import { lateRecordCard } from '../cards/late-card.ts'
import { recordCard, recordForm } from '../cards/record-cards.ts'
import { sayCard } from '../cards/talk-cards.ts'
import { draftIn, laterIn, withoutForm } from '../talk/draft.ts'
import type { Fields, Response, Turning } from '../talk/turn.ts'
import { openReport } from './triage.ts'

const recordIn = ({ ref = '' }: Fields): NamedRecord => {
  const record = named(ref)
  if (!record) throw new DomainError('not-found', { what: 'record' })
  return record
}

/** The record as it stands. Its card shows what people wrote, so opening it is a reading (I2). */
async function cardOf({ deps, actor }: Turning, record: NamedRecord, note = ''): Promise<Card> {
  const { kind, id } = record
  const seen = await readRecord(deps, kind, id, actor, 'card')
  // The tab calls the page of a kind as its list is called.
  const link = deps.linkTo(`${anyRecord(kind).listing.name}/${id}`, 'Open in the tab')
  return recordCard(kind, seen, { link, submission: deps.newId(), note })
}

/** What is late about it, where that is all they may know. */
async function lateCardOf({ deps, actor }: Turning, record: NamedRecord): Promise<Card> {
  const seen = await readLate(deps, record, actor)
  return lateRecordCard(seen, deps.linkTo(`late/${seen.id}`, 'Open in the tab'))
}

/** A reference was typed, or a door pressed: the card of its kind, or what is late about it. */
export async function openRecord(turning: Turning, fields: Fields): Promise<Response> {
  const record = recordIn(fields)
  if (!anyRecord(record.kind).shown) return openReport(turning, { ref: record.id })
  const card = await cardOf(turning, record).catch((error: unknown) => {
    if (!isRefusal(error, 'not-found')) throw error
    return lateCardOf(turning, record)
  })
  return turning.turn.input.type === 'pressed' ? { say: [], replace: card } : { say: [card] }
}

const NEW: Kind = 'activity'

/** What the actor may do under this name, to a record or to make one. */
async function offeredIn(turning: Turning, { ref = '', action = '' }: Fields) {
  const { deps, actor } = turning
  const find = (all: readonly Allowed[], stage: string) => {
    const offered = all.find((one) => one.action === action)
    if (!offered) throw new DomainError('not-possible-now', { action, stage })
    return offered
  }
  if (ref === '') {
    const makes = makingFor(RECORDS.activity, actor, await contextNow(deps))
    return { kind: NEW, version: 0, offered: find(makes, 'none') }
  }
  const { kind, id } = recordIn({ ref })
  if (!anyRecord(kind).shown) {
    // A person who sees all of it has its own card. This one is for those who see its outline.
    const { allowed, version, outline } = await getOutline(deps, id, actor)
    return { kind, version, offered: find(allowed, outline.stage) }
  }
  const { allowed, version, view } = await getRecord(deps, kind, id, actor)
  return { kind, version, offered: find(allowed, view.stage) }
}

async function formOf(
  turning: Turning,
  fields: Fields,
  told: { readonly missing?: Parameters<typeof recordForm>[2]['missing']; note?: string } = {},
): Promise<Card> {
  const { ref = '', action = '' } = fields
  const { version, offered } = await offeredIn(turning, fields)
  const submission = fields['submission'] || turning.deps.newId()
  const about = { ...(ref === '' ? {} : { ref, version }), action, submission, ...offered.given }
  return recordForm(offered, about, { typed: fields, missing: told.missing, note: told.note })
}

/** A card holds three points. What is typed beyond them is added to the third. */
const POINTS = 3

/**
 * "Learning from supervision": the form with the day and the type filled in.
 * @param typed in the chat since it was opened; put into the form, so that nobody types it twice
 */
export async function recordLearning(turning: Turning, typed = ''): Promise<Response> {
  const { deps, dialog } = turning
  const now = deps.clock.now()
  const open = dialog?.type === 'recording' ? dialog : undefined
  const all = [...(open?.points ?? []), ...(typed === '' ? [] : [typed])]
  const points = [...all.slice(0, POINTS - 1), all.slice(POINTS - 1).join('\n')]
  const submission = open?.submission ?? deps.newId()
  const starts = { action: 'record', activity: 'supervision', heldOn: dateOf(now), submission }
  const written = points.map((point, row) => [rowInput('learning', row, 'point'), point] as const)
  const note = typed === '' ? '' : TYPED
  const form = await formOf(turning, { ...starts, ...Object.fromEntries(written) }, { note })
  if (dialog?.type === 'introducing') return { say: [form] }
  const stands = { draft: draftIn(dialog), later: laterIn(dialog), editedAt: now }
  return { say: [form], dialog: { type: 'recording', points: all, submission, ...stands } }
}

const TYPED =
  'I have put what you typed into this form. Nothing is recorded before you send it. To tell us about something else, type “report”.'

export const openAction = async (turning: Turning, fields: Fields): Promise<Response> => ({
  say: [],
  replace: await formOf(turning, { ...fields, submission: turning.deps.newId() }),
})

/** Takes the action of a form, once however often it is pressed. A refusal keeps what was typed. */
export async function takeAction(turning: Turning, fields: Fields): Promise<Response> {
  const { deps, actor, turn } = turning
  const { ref = '', action = '', submission = turn.key } = fields
  try {
    const { kind, offered } = await offeredIn(turning, fields)
    const moves: Readonly<Record<string, Pick<Move<never, never, never>, 'fields'>>> = {
      ...anyRecord(kind).moves,
      ...PROPOSAL_MOVES,
    }
    const move = entryOf(moves, action)
    // Read by the description that its type is made of.
    const command = { type: action, ...readFields(move?.fields ?? {}, fields) } as Of<
      Kind,
      'command'
    >
    const given = { command, submission, actor }
    const { id } =
      ref === ''
        ? await makeRecord(deps, kind, given)
        : await changeRecord(deps, kind, { ...given, id: ref, version: Number(fields['version']) })
    deps.nudge()
    const isOpen = turning.dialog?.type === 'recording' && turning.dialog.submission === submission
    const dialog = isOpen ? { dialog: withoutForm(turning.dialog) } : {}
    return { say: [], replace: await afterwards(turning, id, offered.done), ...dialog }
  } catch (error) {
    if (!isRefusal(error) || error.code === 'unavailable' || error.code === 'not-found') throw error
    if (isRefusal(error, 'incomplete'))
      return {
        say: [],
        replace: await formOf(turning, fields, { missing: error.details.missing }),
      }
    const note = `${sayRefusal(error)} What you wrote is kept: look, and send it if it still fits.`
    return { say: [], replace: await formOf(turning, fields, { note }) }
  }
}

/** The record as it stands now, or that it is no longer theirs to see. */
async function afterwards(turning: Turning, id: string, done: string): Promise<Card> {
  const record = recordIn({ ref: id })
  if (!anyRecord(record.kind).shown) return sayCard(`${id}: ${done}`)
  try {
    return await cardOf(turning, record, done)
  } catch (error) {
    if (!isRefusal(error, 'not-found')) throw error
    return sayCard(`${id}: ${done}`, { intro: ['It is not yours to see any more.'] })
  }
}
