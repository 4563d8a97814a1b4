import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rawRequest } from './support/raw-request.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

/** A built tab, with a file beside it that nobody may read. */
async function withTab(mode: 'local' | 'production' = 'local') {
  const folder = mkdtempSync(join(tmpdir(), 'tab-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const tabFolder = join(folder, 'tab')
  mkdirSync(join(tabFolder, 'assets'), { recursive: true })
  mkdirSync(join(tabFolder, '.hidden'))
  writeFileSync(join(folder, 'secret.txt'), 'a secret')
  writeFileSync(join(tabFolder, '.env'), 'a secret')
  writeFileSync(join(tabFolder, '.hidden', 'file.txt'), 'a secret')
  writeFileSync(join(tabFolder, 'index.html'), '<!doctype html><title>The tab</title>')
  writeFileSync(join(tabFolder, 'assets', 'main-BxY12_ab.js'), 'export {}')
  writeFileSync(join(tabFolder, 'assets', 'plain.js'), 'export {}')
  return runningApi({ mode, tabFolder })
}

describe('the tab', () => {
  test('is a page that is asked for anew each time', async () => {
    const api = await withTab()
    const answer = await api.ask('/tab/')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('The tab')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect((await api.ask('/tab/index.html')).text).toBe(answer.text)
  })

  test('keeps files whose name holds their content, and no others', async () => {
    const api = await withTab()
    const hashed = await api.ask('/tab/assets/main-BxY12_ab.js')
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const plain = await api.ask('/tab/assets/plain.js')
    expect(plain.headers.get('cache-control')).toBe('no-cache')
  })

  test('says how long a file is without sending it', async () => {
    const api = await withTab()
    const answer = await api.ask('/tab/', { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe('')
    expect(answer.headers.get('content-length')).toBe('37')
  })

  test.each(['/', '/tab'])('is where %s leads', async (path) => {
    const api = await withTab()
    const answer = await api.ask(path)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/tab/')
  })

  test.each(['local', 'production'] as const)('hears that the mode is %s', async (mode) => {
    const api = await withTab(mode)
    expect((await api.ask('/tab/config.json')).body).toEqual({ mode })
  })

  test.each([
    '/tab/../secret.txt',
    '/tab/%2e%2e/secret.txt',
    '/tab/..%2fsecret.txt',
    '/tab/%2e%2e%2fsecret.txt',
    '/tab/..%5csecret.txt',
    '/tab/assets/../../secret.txt',
    '/tab/assets/..%2f..%2fsecret.txt',
    '/tab//etc/passwd',
    '/tab/%2fetc%2fpasswd',
    '/tab/.env',
    '/tab/.hidden/file.txt',
    '/tab/index.html%00.js',
    '/tab/assets',
    '/tab/assets/',
    '/tab/index.html/x',
    `/tab/${'x'.repeat(3000)}`,
    '/tab/nothing.js',
  ])('lets nobody out of its folder (%.40s)', async (path) => {
    const api = await withTab()
    const answer = await rawRequest(
      api.url,
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 404/)
    expect(answer).not.toContain('a secret')
    expect(answer).not.toContain('root:')
  })

  test('that has not been built says what to do', async () => {
    const api = await runningApi()
    const answer = await api.ask('/tab/')
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('Run `npm run build`')
    expectRefused(await api.ask('/tab/assets/main.js'), 404, 'not-found')
  })
})

describe('security headers', () => {
  test('let Microsoft 365 frame the tab, and let it load from here only', async () => {
    const api = await withTab('production')
    const { headers } = await api.ask('/tab/')
    const policy = headers.get('content-security-policy') ?? ''
    for (const directive of [
      "default-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "connect-src 'self' https://res.cdn.office.net",
      "img-src 'self' data:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com https://outlook-sdf.office365.com',
    ])
      expect(policy.split('; ')).toContain(directive)
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  test.each(['/tab/', '/api/me', '/nowhere', '/healthz', '/site/privacy.html', '/'])(
    'are on every answer, refusals included (%s)',
    async (path) => {
      const api = await withTab()
      const { headers } = await api.ask(path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining('frame-ancestors https://'),
      })
      expect(headers.get('server')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  test('keep what the API answers out of every cache', async () => {
    const api = await runningApi()
    expect((await api.get('newcomer', '/api/me')).headers.get('cache-control')).toBe('no-store')
    expect((await api.get(null, '/api/me')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('the public pages', () => {
  test.each(['/site/', '/site/privacy.html', '/site/terms.html'])(
    'say what to do when a child is in danger, and whom to ask (%s)',
    async (path) => {
      const api = await runningApi({ mode: 'production' })
      const answer = await api.ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(answer.text).toContain('<html lang="en-GB">')
      expect(answer.text.match(/<h1>/g)).toHaveLength(1)
      expect(answer.text).toContain('call 999')
      expect(answer.text).toContain('Board office, 01632 960101')
      expect(answer.text).not.toMatch(/<script|https?:\/\//)
    },
  )

  test('are there before the board is open', async () => {
    const api = await runningApi({ board: false })
    expect((await api.ask('/site/privacy.html')).text).toContain('your safeguarding board')
  })

  test('show what the board office wrote as text', async () => {
    const api = await runningApi()
    await api.post('business-manager' as never, '/api/board/setContacts', {
      version: (await api.deps.board.current())?.version,
      submission: 'x',
      referral: '<script>x</script>, 01632 960100',
      referralOutOfHours: '<b>night</b>, 01632 960150',
      office: 'A & B, 01632 960101',
      support: '"C", 01632 960102',
      whistleblowing: 'D < E, 01632 960103',
    })
    const { text } = await api.ask('/site/terms.html')
    expect(text).toContain('&lt;script&gt;x&lt;/script&gt;')
    expect(text).toContain('&lt;b&gt;night&lt;/b&gt;')
    expect(text).toContain('A &amp; B')
    expect(text).toContain('D &lt; E')
    expect(text).not.toContain('<script>')
  })
})
