import type { Digest } from '../../domain/machinery/chain.ts'
import { firstBreak } from '../../domain/machinery/chain.ts'
import type { CopiedChain, CopyPart, Mark, StoreCopy } from '../../ports/store-copy.ts'
import { linkOf } from '../audit/check-kept.ts'
import { sayFinding, sayRecord } from '../audit/say-audit.ts'
import { CopyProblem } from './copy-problem.ts'
import type { Sum, Sums } from './sum-up.ts'
import { COPY_PARTS, NO_ROWS, pagesOf, plus } from './sum-up.ts'

interface Way {
  readonly from: StoreCopy
  readonly to: StoreCopy
  readonly digest: Digest
}

/**
 * Copies every row that is not in the other store yet.
 * @returns what was in the source
 * @throws CopyProblem when a chain is not whole: its copy would be as broken
 */
export async function copyParts(way: Way, onRows: (rows: number) => void): Promise<Sums> {
  const sums = new Map<CopyPart, Sum>()
  for (const part of COPY_PARTS)
    for await (const marks of pagesOf(way.from, part)) {
      if (marks.length > 0) await copyPage(way, part, marks)
      sums.set(part, plus(sums.get(part) ?? NO_ROWS, marks))
      onRows(marks.length)
    }
  return sums
}

async function copyPage<Part extends CopyPart>(
  { from, to, digest }: Way,
  part: Part,
  marks: readonly Mark[],
) {
  const there = await to.parts[part].marksOf(marks.map(({ key }) => key))
  const known = new Map(there.map(({ key, mark }) => [key, mark]))
  const keys = marks.filter(({ key, mark }) => known.get(key) !== mark).map(({ key }) => key)
  if (keys.length === 0) return
  const rows = await from.parts[part].read(keys)
  for (const row of rows) if ('log' in row) requireWhole(from.name, digest, part, row)
  await to.parts[part].put(rows)
}

/** @throws CopyProblem */
function requireWhole(store: string, digest: Digest, kind: string, row: CopiedChain) {
  const wrong = whatIsWrong(digest, kind, row)
  if (wrong === undefined) return
  throw new CopyProblem(
    `What is to be copied is not whole: ${wrong}. Look at ${store} with “npm run audit”, and copy a ` +
      'backup that is whole.',
  )
}

function whatIsWrong(digest: Digest, kind: string, row: CopiedChain): string | undefined {
  const broken = readable(() => firstBreak(digest, { ...row, kind }, row.log.map(linkOf)))
  const isReadable = broken !== UNREADABLE && readable(() => stateOf(row)) !== UNREADABLE
  if (!isReadable) return `what is kept of ${sayRecord(kind, row.id)} cannot be read`
  return broken && sayFinding(broken)
}

const UNREADABLE = Symbol('what is not JSON')

/** Drops the error: it may quote what somebody wrote. */
function readable<Result>(work: () => Result): Result | typeof UNREADABLE {
  try {
    return work()
  } catch (error) {
    if (error instanceof SyntaxError) return UNREADABLE
    throw error
  }
}

const stateOf = (row: CopiedChain): unknown =>
  'state' in row && typeof row.state === 'string' ? JSON.parse(row.state) : null
