import { describe } from 'vitest'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { remindersContract } from './reminders.ts'

remindersContract('SQLite', async () => {
  const stores = await openSqliteStores({ path: ':memory:' })
  return { stores, reopen: async () => stores, teardown: () => stores.close() }
})

const server = mongoForTests()
describe.skipIf(!server)('on MongoDB', () => {
  remindersContract('MongoDB', async () => {
    const { uri, drop } = freshDatabase(server?.uri ?? '')
    const stores = await openMongoStores({ uri })
    const teardown = async () => {
      await stores.close()
      await drop()
    }
    return { stores, reopen: async () => stores, teardown }
  })
})
