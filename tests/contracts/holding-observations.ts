import type { Observation } from '../../src/domain/observation/types.ts'
import type { RecordStores } from '../../src/ports/records.ts'
import { anObservationChange } from '../builders.ts'
import type { Setup } from './contract-setup.ts'
import { openFor } from './contract-setup.ts'

/** A store that holds these, `OBS-2026-0001` onwards, for the test that calls it. */
export async function holdingObservations(
  setup: Setup,
  states: readonly Observation[],
): Promise<RecordStores['observation']> {
  const { stores } = await openFor(setup)
  const saves = states.map((state, index) =>
    stores.records.observation.save(
      anObservationChange({ id: `OBS-2026-${String(index + 1).padStart(4, '0')}`, state }),
    ),
  )
  await Promise.all(saves)
  return stores.records.observation
}
