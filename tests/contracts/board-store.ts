import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { aBoard, aBoardChange, anEarlierBoardChange } from '../builders.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor } from './contract-setup.ts'
import { recordStoreContract } from './record-store.ts'

export function boardStoreContract(name: string, setup: Setup, options?: ContractOptions): void {
  recordStoreContract(
    `${name}, the board`,
    setup,
    {
      storeOf: ({ board }) => board,
      change: aBoardChange,
      stateWith: (text) => aBoard({ name: text }),
    },
    options,
  )

  describe(`${name}: the board settings`, () => {
    test('there are none before the board has been opened', async () => {
      const { stores } = await openFor(setup)
      expect(await stores.board.current()).toBeUndefined()
    })

    test('stand as they were saved last', async () => {
      const { stores } = await openFor(setup)
      await stores.board.save(aBoardChange())
      const saved = await stores.board.save(
        aBoardChange({ from: 1, state: aBoard({ name: 'Renamed Board' }) }),
      )
      expect(await stores.board.current()).toStrictEqual(saved)
      expect(await stores.board.load(BOARD_ID)).toStrictEqual(saved)
    })

    test('of a version that asked for fewer contacts are read with all of them, and are whole', async () => {
      const { stores } = await openFor(setup)
      await stores.board.save(anEarlierBoardChange())
      const read = await stores.board.current()
      expect(Object.values(read?.state.contacts ?? {}).filter(Boolean)).toHaveLength(5)
      expect(await stores.board.load(BOARD_ID)).toStrictEqual(read)
      expect(await auditAll(stores, sha256)).toMatchObject({ records: 1, findings: [] })
    })
  })
}
