import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chain, Sealed } from '../../src/domain/machinery/chain.ts'
import { canonical, firstBreak, seal } from '../../src/domain/machinery/chain.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { recorded } from '../builders.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const record = { kind: 'observation', id: 'OBS-2026-0001' }

const events = [1, 2, 3, 4].map((seq) =>
  recorded({ type: 'Said', text: `words ${seq}` }, { seq, cause: `cause-${seq}` }),
)
const links = seal(sha256, record, '', events)
const chain: Chain = { ...record, events: 4, head: links[3]?.hash ?? '' }

const without = (seq: number) => links.filter((link) => link.seq !== seq)
const changed = (seq: number, change: Partial<Sealed>) =>
  links.map((link) => (link.seq === seq ? { ...link, ...change } : link))

describe('JSON in one form only (RFC 8785)', () => {
  test('is as the example of its section 3.2.3 says, but for numbers, of which events hold none but whole ones', () => {
    // https://www.rfc-editor.org/rfc/rfc8785#section-3.2.3
    const given = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const inOrder = [...canonical(given).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
    expect(inOrder).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test('writes literals, lists and texts as JSON does', () => {
    expect(canonical({ b: [null, true, 1e21, 'a"\n'], a: {} })).toBe(
      '{"a":{},"b":[null,true,1e+21,"a\\"\\n"]}',
    )
  })

  test('what JSON leaves out makes no difference', () => {
    expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }))
    expect(canonical([undefined])).toBe('[null]')
  })

  test('is the same whatever order keys were written in, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(text))
        expect(canonical(shuffled(JSON.parse(text)))).toBe(canonical(JSON.parse(text)))
      }),
    )
  })
})

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  )
}

describe('I2: a chain of events', () => {
  test('is whole as it was sealed, in one piece or piece by piece', () => {
    const first = seal(sha256, record, '', events.slice(0, 2))
    const rest = seal(sha256, record, first[1]?.hash ?? '', events.slice(2))
    expect([...first, ...rest]).toEqual(links)
    expect(firstBreak(sha256, chain, links)).toBeUndefined()
  })

  test('has the hash of everything that is kept about its first event', () => {
    const [event] = events
    const { seq, at, by, cause } = event ?? recorded({})
    const text = `{"at":"${at}","by":"${by}","cause":"${cause}","event":{"text":"words 1","type":"Said"},"id":"OBS-2026-0001","kind":"observation","previous":"","seq":${seq}}`
    expect(links[0]?.hash).toBe(sha256(text))
  })

  test.each<readonly [string, readonly Sealed[], number, string]>([
    ['the words of an event', changed(2, { event: { type: 'Said', text: 'other' } }), 2, 'changed'],
    ['its type', changed(3, { event: { type: 'Done', text: 'words 3' } }), 3, 'changed'],
    ['its time', changed(2, { at: '2026-03-27T09:00:00.001Z' }), 2, 'changed'],
    ['who it was', changed(2, { by: personId('other') }), 2, 'changed'],
    ['what caused it', changed(1, { cause: 'other' }), 1, 'changed'],
    ['its hash', changed(4, { hash: links[0]?.hash ?? '' }), 4, 'changed'],
    ['an event taken from the middle', without(2), 2, 'missing'],
    ['the first taken away', without(1), 1, 'missing'],
    ['the last taken away', without(4), 4, 'missing'],
    ['all taken away', [], 1, 'missing'],
    ['one there twice', [...links.slice(0, 2), ...links.slice(1)], 2, 'changed'],
    [
      'one added at the end',
      seal(sha256, record, '', [...events, recorded({ type: 'Said' }, { seq: 5 })]),
      5,
      'tooMany',
    ],
    [
      'a middle one taken away and the rest sealed anew',
      seal(
        sha256,
        record,
        '',
        events.slice(1).map((event, index) => ({ ...event, seq: index + 1 })),
      ),
      4,
      'missing',
    ],
    [
      'an event changed and everything sealed anew but the record’s own word of it',
      seal(
        sha256,
        record,
        '',
        events.map((event) => ({ ...event, by: personId('other') })),
      ),
      4,
      'headDiffers',
    ],
  ])('shows %s', (_what, tampered, seq, why) => {
    expect(firstBreak(sha256, chain, tampered)).toEqual({ ...record, seq, why })
  })

  test('of another record does not fit, though it is whole in itself', () => {
    const other = { ...chain, id: 'OBS-2026-0002' }
    expect(firstBreak(sha256, other, links)).toMatchObject({ seq: 1, why: 'changed' })
  })
})
