import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsOfHtml } from '../../src/bot/teams/activity/words-of-html.ts'
import { inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import { cpuMs } from '../support/cpu-time.ts'
import type { Pressed, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, howMany, raised, referenceIn, storedAs } from '../support/stories.ts'

const GROUP = { id: 'a-group-chat', conversationType: 'groupChat', isGroup: true, tenantId: 'demo' }

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const invoke = (name: string, value: unknown, person = 'teacher', more = {}) =>
  app.chatAs(person, GROUP.id).send({
    type: 'invoke',
    name: `composeExtension/${name}`,
    conversation: GROUP,
    value,
    ...more,
  })

const opened = (content: unknown, person?: string) =>
  invoke('fetchTask', { commandId: 'raise', messagePayload: { body: { content } } }, person)

const cardIn = ({ body }: Pressed): unknown => {
  const value = body.task?.value as { card?: { content?: unknown } } | undefined
  return value?.card?.content
}

/** Presses the only button of a dialog’s form, with its fields as they are but for these. */
const submitted = (card: unknown, fields = {}, more = {}) => {
  const json = JSON.stringify(card)
  const data = JSON.parse(/"data":(\{[^{}]*\})/.exec(json)?.[1] ?? '{}')
  const value = { commandId: 'raise', data: { ...data, ...inputsOn(card), ...fields } }
  return invoke('submitAction', value, 'teacher', more)
}

test('goes from a message to a receipt, and says nothing into the chat it began in', async () => {
  const first = cardIn(await opened('<div>The letter went to an old address</div>'))
  expect(wordsOn(first)).toContain('call 999')
  expect(inputsOn(first)).toMatchObject({ said: 'The letter went to an old address' })

  const second = cardIn(await submitted(first, { kind: 'nearMiss' }))
  expect(inputsOn(second)).toMatchObject({
    answer_couldHaveHappened: 'The letter went to an old address',
  })
  expect(wordsOn(second)).toContain('They will see your name')

  const answers = {
    answer_dangerNow: 'no',
    answer_whatStoppedIt: 'The clerk rang',
    answer_whoElseExposed: 'not sure',
  }
  const third = cardIn(await submitted(second, answers))
  expect(titleOn(third)).toMatch(/^Thank you\. Your reference is OBS-/)
  expect(titlesOf(third)).toEqual([])
  const stored = await storedAs(app, referenceIn(wordsOn(third)))
  expect(stored).toMatchObject({ kind: 'nearMiss', reporter: 'teacher' })
  expect(answerIn(stored, 'whoElseExposed')).toBe('notSure')
  expect(app.chatAs('teacher', GROUP.id).messages).toEqual([])
})

test('asks again for what is missing, and keeps what was written', async () => {
  const first = cardIn(await opened('The letter went to an old address'))
  const unchosen = cardIn(await submitted(first, { kind: '', said: 'changed words' }))
  expect(wordsOn(unchosen)).toContain('Choose one of the eight kinds.')
  expect(inputsOn(unchosen)).toMatchObject({ said: 'changed words' })
  const second = cardIn(await submitted(unchosen, { kind: 'disquiet' }))
  const refused = cardIn(await submitted(second, { answer_dangerNow: 'no' }))
  expect(wordsOn(refused)).toContain('Answer this first: How worried are you?')
  expect(inputsOn(refused)).toMatchObject({
    answer_unease: 'changed words',
    answer_dangerNow: 'no',
  })
})

test('I1: an answer that a child may be at risk brings 999 with the receipt', async () => {
  const first = cardIn(await opened('Nobody has seen them since'))
  const second = cardIn(await submitted(first, { kind: 'disquiet' }))
  const answers = { answer_dangerNow: 'yes', answer_worry: 'veryWorried' }
  const receipt = cardIn(await submitted(second, answers))
  expect(wordsOn(receipt)).toMatch(/call 999/)
  expect(await storedAs(app, referenceIn(wordsOn(receipt)))).toMatchObject({ sameDay: true })
})

test('I7: the same form sent twice, as impatient clients do, raises one', async () => {
  const first = cardIn(await opened('The rota was read aloud'))
  const second = cardIn(await submitted(first, { kind: 'goodPractice' }))
  const before = await howMany(app)
  const answers = { answer_dangerNow: 'no', answer_whatHelped: 'Ten quiet minutes' }
  const receipts = await Promise.all([1, 2, 3].map(() => submitted(second, answers)))
  const again = await submitted(second, answers)
  const refs = [...receipts, again].map((one) => referenceIn(wordsOn(cardIn(one))))
  expect(new Set(refs).size).toBe(1)
  expect(await howMany(app)).toBe(before + 1)
})

test('a message that is longer than a report may be says so, and loses nothing unseen', async () => {
  const first = cardIn(await opened(`<p>${'word '.repeat(1_500)}</p>`))
  expect(inputsOn(first)['said']?.length).toBeLessThanOrEqual(4_000)
  expect(wordsOn(first)).toContain('Only the beginning of the message fits here.')
})

test.each([3_500, 3_999])('%i characters of one’s own are sent whole', async (length) => {
  const first = cardIn(await opened(''))
  const said = 'x'.repeat(length)
  const second = cardIn(await submitted(first, { kind: 'practiceConcern', said }))
  const receipt = cardIn(await submitted(second, { answer_dangerNow: 'no' }))
  const stored = await storedAs(app, referenceIn(wordsOn(receipt)))
  expect(answerIn(stored, 'story')).toBe(said)
})

test('more than a report may hold is shown again as far as it fits, and nothing is sent', async () => {
  const first = cardIn(await opened(''))
  const again = cardIn(await submitted(first, { kind: 'disquiet', said: 'word '.repeat(1_000) }))
  expect(titleOn(again)).toBe('Raise as observation')
  expect(wordsOn(again)).toContain('Only the beginning of the message fits here.')
  expect(inputsOn(again)['said']).toMatch(/^(word ){700}/)
})

test('somebody nobody has entered is told where to begin', async () => {
  await app.chatAs('somebody-new').say('act as newcomer')
  const card = cardIn(await opened('words', 'somebody-new'))
  expect(wordsOn(card)).toContain('We have not met before')
  expect(wordsOn(card)).toContain('Open the chat with me and type “raise”')
})

test('a form of somebody who may not raise is refused in the dialog, and nowhere else', async () => {
  const somebody = app.chatAs('somebody-newer')
  await somebody.say('act as newcomer')
  const data = { verb: 'dialogSend', draft: 'd', kind: 'disquiet', answer_unease: 'words' }
  const answers = { answer_dangerNow: 'no', answer_worry: 'veryWorried' }
  const before = await howMany(app)
  const value = { data: { ...data, ...answers } }
  const refused = await invoke('submitAction', value, 'somebody-newer')
  expect(refused.status).toBe(200)
  expect(wordsOn(cardIn(refused))).toMatch(/the board has entered|Say where you work first/)
  expect(app.chatAs('somebody-newer', GROUP.id).messages).toEqual([])
  expect(await howMany(app)).toBe(before)
})

test('a submission that belongs to somebody else’s report raises one’s own', async () => {
  const theirs = await raised(app, 'headTeacher')
  const [theirCause] = (await app.app.deps.records.observation.load(theirs))?.causes ?? []
  const draft = theirCause?.submission.split(':')[1] ?? ''
  const answers = { answer_dangerNow: 'no', answer_unease: 'words', answer_worry: 'veryWorried' }
  const value = { data: { verb: 'dialogSend', draft, kind: 'disquiet', ...answers } }
  const receipt = cardIn(await invoke('submitAction', value))
  expect(referenceIn(wordsOn(receipt))).not.toBe(theirs)
})

describe('values that no client of ours sends', () => {
  const odd = [undefined, null, 'text', 5, [], [[1]], { data: null }, { data: 'x' }, { data: [1] }]

  test.each(odd.map((value) => [value]))('%j opens or asks, with HTTP 200', async (value) => {
    const fetched = await invoke('fetchTask', value)
    expect(fetched.status).toBe(200)
    expect(titleOn(cardIn(fetched))).toBe('Raise as observation')
    const sent = await invoke('submitAction', value)
    expect(sent.status).toBe(200)
    expect(wordsOn(cardIn(sent))).toContain('Choose one of the eight kinds.')
  })

  test.each([[null], [7], [{ html: 'x' }], [['x']]])(
    'a message body of %j is an empty one',
    async (body) => {
      const { status, ...rest } = await opened(body)
      expect(status).toBe(200)
      expect(inputsOn(cardIn({ status, ...rest }))).toMatchObject({ said: '' })
    },
  )

  test('leave no defect behind', () => expect(app.log).toEqual([]))
})

describe('a message as HTML', () => {
  test.each([
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<div><b>bold</b> and <a href="https://example.org">link</a></div>', 'bold and link'],
    ['<style>p { color: red }</style><script>alert(1)</script>after', 'after'],
    ['<img src=x onerror="alert(1)">', ''],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['<<b>b>bold</b>', '<b>bold'],
    [
      '<at id="0">Somebody</at> said &quot;no&quot; &#39;twice&#39;',
      'Somebody said "no" \'twice\'',
    ],
    ['<table><tr><td>Date</td><td>Who</td></tr><tr><td>1 May', 'Date\nWho\n1 May'],
    ['<h2>Heading</h2>text<ul><li>one<li>two</ul>after', 'Heading\ntext\none\ntwo\nafter'],
    ['before<blockquote>quoted</blockquote>after', 'before\nquoted\nafter'],
    ['<pre>  two\n    lines</pre>', 'two\n    lines'],
    ['<p>one</p><p>&nbsp;</p><p>two</p>', 'one\n\ntwo'],
    ['<p>one\n  sentence </p>\n<p> two</p>', 'one sentence\ntwo'],
    ['caf&eacute; &ndash; &pound;5 &#x1F600; &hellip;', 'café – £5 😀 …'],
    ['<a title="1 > 2" href="x">link</a>', 'link'],
    ['one<!-- not > said -->two', 'onetwo'],
    ['<p class=MsoNormal>Word<o:p></o:p></p>', 'Word'],
    [
      '<p>Well <span title="Smile"><img itemtype="http://schema.skype.com/Emoji" alt="🙂"></span></p>',
      'Well 🙂',
    ],
    ['<emoji id="1f44d" alt="👍" title="Like"></emoji>', '👍'],
  ])('%j is read as %j', (html, text) => {
    expect(wordsOfHtml(html).words).toBe(text)
  })

  test('that says it is plain text is left as it is', async () => {
    const body = { contentType: 'text', content: 'a <b> c' }
    const card = cardIn(await invoke('fetchTask', { messagePayload: { body } }))
    expect(inputsOn(card)).toMatchObject({ said: 'a <b> c' })
  })

  test('is shown as text, whatever it holds', async () => {
    const hostile = '&lt;script&gt;x&lt;/script&gt; [link](https://example.org) **b** ${said}'
    const card = cardIn(await opened(hostile))
    expect(inputsOn(card)).toMatchObject({
      said: '<script>x</script> [link](https://example.org) **b** ${said}',
    })
  })

  test('of any length is read at once', () => {
    const started = cpuMs()
    for (const part of ['<', '<a', '<a x="', '&amp;', '&', '<!--', '<b>', '<td>', '<p></i>'])
      wordsOfHtml(part.repeat(100_000))
    expect(cpuMs() - started).toBeLessThan(3_000)
  })
})
