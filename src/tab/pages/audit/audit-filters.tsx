import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { BoardDetail } from '../../../contract/people.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { errorOf } from '../../record/error-of.ts'
import { unreadIn } from '../../record/unread.ts'
import { Select } from '../../ui/select.tsx'
import { Surface } from '../../ui/surface.tsx'
import type { AuditFilter } from './audit-filter.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 13rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  field: { minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The days that can be asked for. */
const EARLIEST = '2000-01-01'
const LATEST = '2999-12-31'
const DAYS = [
  { name: 'from', is: 'date', required: false },
  { name: 'to', is: 'date', required: false },
] as const

type People = BoardDetail['people']

interface Props {
  readonly filter: AuditFilter
  /** Everybody in the directory; `null` where it could not be loaded. */
  readonly people: People | null
  readonly problem: ApiProblem | null
  readonly onShow: (filter: AuditFilter) => void
}

const sayPerson = ({ name, jobTitle, active }: People[number]) =>
  [name, jobTitle, active ? '' : 'has left'].filter((part) => part !== '').join(', ')

/** Narrows the lines. Only "Show" loads them, since each look is noted. */
export function AuditFilters({ filter, people: found, problem, onShow }: Props) {
  const styles = useStyles()
  const [asked, setAsked] = useState(filter)
  const [draft, setDraft] = useState(filter)
  // A link may have brought another filter.
  if (asked !== filter) {
    setAsked(filter)
    setDraft(filter)
  }
  const change = (changed: Partial<AuditFilter>) => setDraft({ ...draft, ...changed })
  const [unread, setUnread] = useState<ApiProblem | null>(null)
  const said = unread ?? problem
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (unread) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [unread])
  const show = (event: FormEvent) => {
    event.preventDefault()
    const found = unreadIn(form.current, DAYS)
    setUnread(found)
    if (found) return
    onShow({ ...draft, record: draft.record.trim() })
  }
  const people = found ?? []
  const cleared = { log: filter.log, record: '', person: '', from: '', to: '' }
  const isKnown = draft.person === '' || people.some(({ id }) => id === draft.person)
  const byName = [...people].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  return (
    <Surface>
      <search aria-label="Narrow the lines">
        <form ref={form} noValidate onSubmit={show} className={styles.form}>
          <div className={styles.fields}>
            <Field
              label="Record"
              hint="A reference such as OBS-2026-0042, or “board”"
              className={styles.field}
              {...errorOf(said, 'record')}
            >
              <Input
                className={styles.input}
                input={{ className: styles.input }}
                value={draft.record}
                maxLength={60}
                autoComplete="off"
                spellCheck={false}
                onChange={(_, { value }) => change({ record: value })}
              />
            </Field>
            <Field
              label="Person"
              className={styles.field}
              {...(!found && { hint: 'We could not load the people. Reload the page.' })}
              {...errorOf(said, 'person')}
            >
              <Select value={draft.person} onChange={(_, { value }) => change({ person: value })}>
                <option value="">Everybody</option>
                {!isKnown && <option value={draft.person}>{draft.person}</option>}
                {byName.map((person) => (
                  <option key={person.id} value={person.id}>
                    {sayPerson(person)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label="From" className={styles.field} {...errorOf(said, 'from')}>
              <Input
                name="from"
                type="date"
                className={styles.input}
                min={EARLIEST}
                max={LATEST}
                value={draft.from}
                onChange={(_, { value }) => change({ from: value })}
              />
            </Field>
            <Field label="To" className={styles.field} {...errorOf(said, 'to')}>
              <Input
                name="to"
                type="date"
                className={styles.input}
                min={EARLIEST}
                max={LATEST}
                value={draft.to}
                onChange={(_, { value }) => change({ to: value })}
              />
            </Field>
          </div>
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary">
              Show
            </Button>
            <Button
              onClick={() => {
                // Also what cannot be read, which is no value.
                form.current?.reset()
                setUnread(null)
                setDraft(cleared)
                onShow(cleared)
              }}
            >
              Show everything
            </Button>
          </div>
        </form>
      </search>
    </Surface>
  )
}
