import { BOARD_ID } from '../../domain/board/types.ts'
import type { Digest } from '../../domain/machinery/chain.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import type { NewId } from '../../ports/clock.ts'
import type { StoreCopy } from '../../ports/store-copy.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'
import type { AuditResult } from '../audit/audit-all.ts'
import { auditAll } from '../audit/audit-all.ts'
import { sayFinding } from '../audit/say-audit.ts'
import { copyParts } from './copy-parts.ts'
import { CopyProblem } from './copy-problem.ts'
import type { Sums } from './sum-up.ts'
import { countAll, differences, sumUp } from './sum-up.ts'

/** The steps of a copy, in their order. */
export type CopyStep = 'copying' | 'comparing' | 'verifying'

export interface CopyOptions {
  readonly from: StoreCopy
  readonly to: StoreCopy
  /** The board of the source, by `boardOf`. */
  readonly board: string
  readonly digest: Digest
  readonly newId: NewId
  /** Called with how many rows of how many are done. */
  readonly onProgress?: (step: CopyStep, done: number, total: number) => void
}

export interface CopyResult {
  /** Nothing had to be copied: everything was there. */
  readonly wasThere: boolean
  readonly sums: Sums
  readonly audit: AuditResult
}

/**
 * Whose data a store holds: the hash of the first event of its board.
 * @throws CopyProblem when it has no board
 */
export async function boardOf(store: StoreCopy): Promise<string> {
  const board = await boardIn(store)
  if (board === undefined)
    throw new CopyProblem(`There is no board in ${store.name} yet, so there is nothing to copy.`)
  return board
}

const boardIn = async ({ parts }: StoreCopy): Promise<string | undefined> =>
  (await parts.board.read([BOARD_ID]))[0]?.log[0]?.hash

/**
 * Copies everything from one store into another. The target is marked until it has been found whole
 * and equal, so that no program starts on it. A run that broke off can be run again and goes on.
 * @throws CopyProblem in words for the person who copies; the source is unchanged then
 */
export async function copyStore(options: CopyOptions): Promise<CopyResult> {
  const { to, board, newId } = options
  await requireTwo(options)
  const copying = await to.copying()
  if (copying && copying.board !== board)
    throw new CopyProblem(
      `There is half a copy of another store in ${to.name}, and it was left as it is. Finish that ` +
        'one from where it came, or name an empty place.',
    )
  if (!copying && (await countAll(to)) > 0) return whatIsThere(options)
  await to.begin({ board, run: newId() })
  try {
    if (copying) await to.forgetTalks()
    const sums = await copyAndCompare(options)
    const audit = await verify(options)
    await to.finish()
    return { wasThere: false, sums, audit }
  } catch (error) {
    if (!isRefusal(error, 'conflict')) throw error
    throw new CopyProblem(
      `Another “npm run migrate-store” has begun to copy into ${to.name}, so this one stopped.`,
      { cause: error },
    )
  }
}

/** @throws CopyProblem when both addresses lead to one store */
async function requireTwo({ from, to, digest, newId }: CopyOptions) {
  const sign = Number.parseInt(digest(newId()).slice(0, 12), 16)
  await to.leaveSign(sign)
  const isOne = await from.hasSign(sign)
  await to.takeSign(sign)
  if (isOne) throw new CopyProblem('It is one and the same store. Name another one to copy into.')
}

/**
 * Looks at a store that was filled before, by an earlier run or by a program.
 * @throws CopyProblem unless everything is the same
 */
async function whatIsThere(options: CopyOptions): Promise<CopyResult> {
  const { from, to, board } = options
  const its = await boardIn(to)
  if (its !== board)
    throw new CopyProblem(
      `There is ${its === undefined ? 'something' : 'the data of another board'} in ${to.name} ` +
        'already, and it was left as it is. Name an empty place.',
    )
  const [source, target] = await Promise.all([sumUp(from), sumUp(to)])
  const different = differences(source, target)
  if (different.length > 0)
    throw new CopyProblem(
      `This board is in ${to.name} already, and not as it is in ${from.name} ` +
        `(${different.join(', ')}): a program ran on one of them since. Both were left as they ` +
        'are. Name an empty place to copy into.',
    )
  return { wasThere: true, sums: target, audit: await verify(options) }
}

async function copyAndCompare({ from, to, digest, onProgress }: CopyOptions): Promise<Sums> {
  const total = await countAll(from)
  const during = (step: CopyStep, of: number) => {
    let done = 0
    return (rows: number) => {
      done += rows
      onProgress?.(step, done, of)
    }
  }
  const copied = await copyParts({ from, to, digest }, during('copying', total))
  const compared = during('comparing', 2 * total)
  const [source, target] = await Promise.all([sumUp(from, compared), sumUp(to, compared)])
  const changed = differences(copied, source)
  if (changed.length > 0)
    throw new CopyProblem(
      `While it was copied, something changed in ${from.name} (${changed.join(', ')}): a program ` +
        'is running on it. Stop the program and run this again: it goes on.',
    )
  const sameEvents = (await from.events()) === (await to.events())
  const different = [...differences(source, target), ...(sameEvents ? [] : ['events'])]
  if (different.length > 0)
    throw new CopyProblem(
      `What is in ${to.name} now is not equal (${different.join(', ')}), and no program starts on ` +
        'it. Run this again; if it says so once more, copy into an empty place.',
    )
  return target
}

/**
 * Audits both stores. A copy makes some things anew, such as the narrow columns, so an audit of it
 * says nothing of those in the source.
 * @throws CopyProblem when anything in one of them is not as it was kept
 */
async function verify({ from, to, digest, onProgress }: CopyOptions): Promise<AuditResult> {
  const counts = await Promise.all(CHAINED_KINDS.map((kind) => to.parts[kind].count()))
  const one = counts.reduce((sum, count) => sum + count, 0)
  const audited = ({ audited }: StoreCopy, before: number) =>
    auditAll(audited, digest, {
      onProgress: (looked) => onProgress?.('verifying', before + Math.min(looked, one), 2 * one),
    })
  const audit = await audited(to, 0)
  const [first] = audit.findings
  if (first)
    throw new CopyProblem(
      `The copy is not whole: ${sayFinding(first)}. No program starts on it. Look at ` +
        `${from.name} with “npm run audit”: it was copied as it is.`,
    )
  const [firstThere] = (await audited(from, one)).findings
  if (firstThere)
    throw new CopyProblem(
      `What was copied is not whole: ${sayFinding(firstThere)}. No program starts on the copy. Look ` +
        `at ${from.name} with “npm run audit”, and copy a backup that is whole.`,
    )
  return audit
}
