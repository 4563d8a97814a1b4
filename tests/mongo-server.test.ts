import type { Connection } from 'mongoose'
import mongoose from 'mongoose'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  canOwnMongoServer,
  freshDatabase,
  mongoForTests,
  ownMongoServer,
} from './support/mongo-server.ts'

// What the tests of faults rest on: that their server loses nothing, and that it is only theirs.

async function connectTo(uri: string): Promise<Connection> {
  const options = { serverSelectionTimeoutMS: 500 }
  const connection = await mongoose.createConnection(uri, options).asPromise()
  onTestFinished(() => connection.close())
  return connection
}

const notesOf = (connection: Connection) => connection.collection('notes')

describe.skipIf(!canOwnMongoServer())('a MongoDB server of a test’s own', () => {
  const killed = ownMongoServer()
  const other = ownMongoServer()

  test('has what it acknowledged when it is started after being killed, or stopped', async () => {
    const notes = notesOf(await connectTo(killed.uri))
    for (const end of [killed.kill, killed.stop]) {
      await notes.insertOne({ text: 'acknowledged' })
      const before = await notes.countDocuments()
      await end()
      await expect(connectTo(killed.uri)).rejects.toThrow('ECONNREFUSED')
      await killed.start()
      expect(await notes.countDocuments()).toBe(before)
    }
  })

  test('goes on when another one is killed or stopped', async () => {
    const notes = notesOf(await connectTo(other.uri))
    for (const end of [killed.kill, killed.stop]) {
      await end()
      expect((await notes.insertOne({ text: 'still here' })).acknowledged).toBe(true)
      await killed.start()
    }
    expect(await notes.countDocuments()).toBe(2)
  })
})

describe.skipIf(!mongoForTests())('the MongoDB server that tests share', () => {
  test('has an empty database for each test, and nothing of it afterwards', async () => {
    const uri = mongoForTests()?.uri ?? ''
    const [mine, theirs] = [freshDatabase(uri), freshDatabase(uri)]
    onTestFinished(theirs.drop)
    await notesOf(await connectTo(mine.uri)).insertOne({ text: 'mine' })
    expect(await notesOf(await connectTo(theirs.uri)).countDocuments()).toBe(0)
    await mine.drop()
    expect(await notesOf(await connectTo(mine.uri)).countDocuments()).toBe(0)
  })
})

test.each([
  ['mongodb://127.0.0.1:27017', /^mongodb:\/\/127\.0\.0\.1:27017\/test-\w{16}$/],
  [
    'mongodb://a:b@one,two/old?replicaSet=rs0',
    /^mongodb:\/\/a:b@one,two\/test-\w{16}\?replicaSet=rs0$/,
  ],
])('a database of its own keeps the rest of the address: %s', (uri, own) => {
  expect(freshDatabase(uri).uri).toMatch(own)
})
