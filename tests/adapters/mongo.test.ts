import { describe } from 'vitest'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { boardStoreContract } from '../contracts/board-store.ts'
import type { Setup } from '../contracts/contract-setup.ts'
import { conversationStoreContract } from '../contracts/conversation-store.ts'
import { deliveryStoreContract } from '../contracts/delivery-store.ts'
import { dutyStoreContract } from '../contracts/duty-store.ts'
import { listedStoresContract } from '../contracts/listed-stores.ts'
import { referencesContract } from '../contracts/references.ts'
import { sharingContract } from '../contracts/sharing.ts'
import { trailContract } from '../contracts/trail.ts'
import { turnStoreContract } from '../contracts/turn-store.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'

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

const given = mongoForTests()

/** A database of the test's own. */
const onServer: Setup = async () => {
  const { uri, drop } = freshDatabase(given?.uri ?? '')
  const open = () => openMongoStores({ uri })
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
      await drop()
    },
  }
}

describe.skipIf(!given)('the promises of the stores, on MongoDB', () => {
  for (const contract of CONTRACTS) contract('MongoDB', onServer, { outlivesClosing: true })
})
