import { expect, test } from 'vitest'
import { logLines } from '../../src/api/server/log-lines.ts'
import { fixedClock } from '../support/fixed-clock.ts'

test('a log line is one JSON object with its time, from the level that was asked for', () => {
  const lines: string[] = []
  const log = logLines('warn', fixedClock('2026-03-27T09:00Z'), (line) => lines.push(line))
  log({ level: 'info', code: 'too-chatty' })
  log({ level: 'warn', code: 'unavailable', route: '/api/me' })
  log({ level: 'error', code: 'defect', reference: 'ABCD1234' })
  expect(lines).toEqual([
    '{"time":"2026-03-27T09:00:00.000Z","level":"warn","code":"unavailable","route":"/api/me"}\n',
    '{"time":"2026-03-27T09:00:00.000Z","level":"error","code":"defect","reference":"ABCD1234"}\n',
  ])
})
