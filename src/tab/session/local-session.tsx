import { useMemo, useState } from 'react'
import { createApiClient } from '../api/api-client.ts'
import { useLoad } from '../api/use-load.ts'
import { actAs } from './act-as.ts'
import { ActAsBar } from './act-as-bar.tsx'
import { PersonaPicker } from './persona-picker.tsx'
import { SignedIn } from './signed-in.tsx'

/** Local mode: the person is chosen, and every screen says so. */
export function LocalSession() {
  const [person, setPerson] = useState(actAs.remembered)
  const api = useMemo(
    () => createApiClient(async () => new Headers(person === null ? [] : [['x-act-as', person]])),
    [person],
  )
  const people = useLoad('people', (signal) =>
    createApiClient(async () => new Headers()).personas({}, signal),
  )
  const choose = (chosen: string) => {
    actAs.remember(chosen)
    setPerson(chosen)
  }
  const known = people.data?.people.some(({ id }) => id === person) ?? person !== null
  if (person === null || !known) return <PersonaPicker loaded={people} onChoose={choose} />
  return (
    <>
      <ActAsBar person={person} people={people.data?.people ?? []} onChoose={choose} />
      <SignedIn key={person} api={api} />
    </>
  )
}
