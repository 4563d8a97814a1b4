interface Entry {
  readonly id: string
  readonly agency: string
  readonly formerly?: readonly string[]
}

interface Held {
  readonly id: string
  readonly agency: string | null
  readonly holder: string
  readonly deputy: string | null
}

type Event = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly person?: Entry
  readonly deputy?: string | null
}

/**
 * Adds the agencies people belonged to before to board settings of an earlier version. They are
 * known from the events alone. For a migration, so its result never changes.
 * @param state as JSON; returned unchanged where it cannot be read, for the audit to name
 * @param events as JSON, in order
 */
export function withFormerAgencies(state: string, events: readonly string[]): string {
  const formerly = new Map<string, readonly string[]>()
  try {
    noteFormer(formerly, events)
    const board = JSON.parse(state) as { readonly people: readonly Entry[] }
    if (formerly.size === 0) return state
    const people = board.people.map((person) => {
      const former = formerly.get(person.id)
      return former ? { ...person, formerly: former } : person
    })
    return JSON.stringify({ ...board, people })
  } catch {
    return state
  }
}

function noteFormer(formerly: Map<string, readonly string[]>, events: readonly string[]) {
  const worksFor = new Map<string, string>()
  const held = new Map<string, Held>()
  const note = (id: string | null | undefined, agency: string | null) => {
    if (id === null || id === undefined || agency === null || worksFor.get(id) === agency) return
    const known = formerly.get(id) ?? []
    if (!known.includes(agency)) formerly.set(id, [...known, agency])
  }
  for (const text of events) {
    const event = JSON.parse(text) as Event
    const { person } = event
    if (person) {
      const before = worksFor.get(person.id)
      worksFor.set(person.id, person.agency)
      if (before !== undefined) note(person.id, before)
    } else if (event.type === 'PersonAppointed') {
      const appointment = event['appointment'] as Held
      held.set(appointment.id, appointment)
    } else if (event.type === 'DeputyChanged' || event.type === 'AppointmentEnded') {
      const id = event['appointment'] as string
      const appointment = held.get(id)
      if (!appointment) continue
      note(appointment.deputy, appointment.agency)
      if (event.type === 'DeputyChanged')
        held.set(id, { ...appointment, deputy: event.deputy ?? null })
      else {
        note(appointment.holder, appointment.agency)
        held.delete(id)
      }
    }
  }
}
