import { useRef, useState } from 'react'
import type { SheetPlan } from '../../../contract/people.ts'
import { CSV_AT_MOST } from '../../../contract/people.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useSubmission } from '../../record/use-submission.ts'
import { useSession } from '../../session/session-context.ts'
import { textOf, UnreadableFile } from './read-file.ts'
import { saveFile } from './save-file.ts'
import { useBoard } from './use-board.ts'

export type Sheet = 'agencies' | 'people'

interface Chosen {
  readonly sheet: Sheet
  readonly name: string
  readonly csv: string
  readonly plan: SheetPlan
}

export interface SheetState {
  readonly busy: boolean
  /** Why the file was not taken, or the service refused. */
  readonly problem: ApiProblem | string | null
  readonly chosen: Chosen | null
  readonly said: string
  readonly choose: (sheet: Sheet, file: File) => void
  readonly enter: () => void
  readonly drop: () => void
  readonly save: (sheet: Sheet) => void
}

const counted = (count: number, one: string) => `${count.toLocaleString('en-GB')} ${one}`

/** A spreadsheet that is checked first and then entered as a whole. */
export function useSheet(): SheetState {
  const { api } = useSession()
  const { show } = useBoard()
  const submissionOf = useSubmission()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<SheetState['problem']>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [said, setSaid] = useState('')

  const run = async (work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    setSaid('')
    try {
      await work()
    } catch (thrown) {
      setProblem(thrown instanceof UnreadableFile ? thrown.message : problemOf(thrown))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const check = async (sheet: Sheet, name: string, csv: string) =>
    setChosen({ sheet, name, csv, plan: await api.checkSheet({ sheet, csv }) })

  return {
    busy,
    problem,
    chosen,
    said,
    choose: (sheet, file) =>
      void run(async () => {
        setChosen(null)
        await check(sheet, file.name, textOf(await file.arrayBuffer(), CSV_AT_MOST))
      }),
    enter: () =>
      void run(async () => {
        if (!chosen) return
        const { sheet, name, csv, plan } = chosen
        try {
          const submission = submissionOf({ csv, version: plan.version })
          show(await api.enterSheet({ sheet, csv, version: plan.version, submission }))
          setChosen(null)
          setSaid(
            `Entered: ${counted(plan.adds, 'added')}, ${counted(plan.changes, 'changed')}. Nothing else was changed.`,
          )
        } catch (thrown) {
          // Somebody changed the settings meanwhile, so it is checked again.
          if (problemOf(thrown).code === 'conflict') await check(sheet, name, csv)
          throw thrown
        }
      }),
    drop: () => {
      setChosen(null)
      setProblem(null)
    },
    save: (sheet) =>
      void run(async () => {
        const { name, csv } = await api.exportSheet({ sheet })
        saveFile(name, csv)
        setSaid(`Saved as ${name}.`)
      }),
  }
}
