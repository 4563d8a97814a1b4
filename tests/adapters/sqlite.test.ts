import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { boardStoreContract } from '../contracts/board-store.ts'
import type { ContractOptions, Setup } from '../contracts/contract-setup.ts'
import { conversationStoreContract } from '../contracts/conversation-store.ts'
import { deliveryStoreContract } from '../contracts/delivery-store.ts'
import { dutyStoreContract } from '../contracts/duty-store.ts'
import { listedStoresContract } from '../contracts/listed-stores.ts'
import { referencesContract } from '../contracts/references.ts'
import { sharingContract } from '../contracts/sharing.ts'
import { trailContract } from '../contracts/trail.ts'
import { turnStoreContract } from '../contracts/turn-store.ts'

const inMemory: Setup = async () => {
  const stores = await openSqliteStores({ path: ':memory:' })
  return {
    stores,
    reopen: () => Promise.reject(new Error('what is in memory is gone when it is closed')),
    teardown: () => stores.close(),
  }
}

const inFile: Setup = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'learning-loop-'))
  const open = () => openSqliteStores({ path: join(folder, 'data', 'learning-loop.sqlite') })
  let stores = await open()
  return {
    stores,
    reopen: async () => {
      await stores.close()
      stores = await open()
      return stores
    },
    teardown: async () => {
      await stores.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const CONTRACTS = [
  boardStoreContract,
  listedStoresContract,
  referencesContract,
  deliveryStoreContract,
  dutyStoreContract,
  turnStoreContract,
  conversationStoreContract,
  trailContract,
  sharingContract,
]

const wire = (name: string, setup: Setup, options: ContractOptions) => {
  for (const contract of CONTRACTS) contract(name, setup, options)
}

wire('SQLite in memory', inMemory, { outlivesClosing: false })
wire('SQLite in a file', inFile, { outlivesClosing: true })
