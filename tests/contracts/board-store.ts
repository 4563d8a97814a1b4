import { describe, expect, test } from 'vitest'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import { aBoard, aBoardChange } from '../builders.ts'
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
  })
}
