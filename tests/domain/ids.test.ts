import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRecord, readRef, refOf } from '../../src/domain/records.ts'

describe('a reference as people say it', () => {
  test.each([
    'OBS-2026-0042',
    'obs-2026-0042',
    'Obs 2026 42',
    ' OBS2026-42 ',
    'obs - 2026 - 0042',
    'OBS–2026–0042',
    'OBS\u20112026\u20110042',
  ])('%j is understood', (said) => {
    expect(readRef('observation', said)).toBe('OBS-2026-0042')
  })

  test.each([
    '',
    'OBS',
    'OBS-2026',
    'OBS20260042',
    'OBS-26-0042',
    'REV-2026-0042',
    'OBS-2026-0042x',
    'about OBS-2026-0042',
    'OBS-2026-12345678',
  ])('%j is not one', (said) => {
    expect(readRef('observation', said)).toBeUndefined()
  })

  test('every reference that is given out can be read back', () => {
    const anyNumber = fc.integer({ min: 1, max: 9_999_999 })
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2999 }), anyNumber, (year, number) => {
        const reference = refOf('observation', year, number)
        expect(readRecord(reference.toLowerCase())).toEqual({ kind: 'observation', id: reference })
      }),
    )
  })

  test('past 9,999 in a year the number grows a digit', () => {
    expect(refOf('observation', 2026, 7)).toBe('OBS-2026-0007')
    expect(refOf('observation', 2026, 10_000)).toBe('OBS-2026-10000')
  })
})
