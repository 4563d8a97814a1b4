import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beginning,
  cleanText,
  isBlank,
  oneLine,
  TEXT_LIMIT,
  withoutEnd,
} from '../../src/domain/words/text.ts'
import { cpuMs } from '../support/cpu-time.ts'

describe('what people wrote', () => {
  test.each([
    ['Markdown, links and brackets', '**bold** [a link](https://example.org) {gap} <b>x</b>'],
    ['letters of other scripts', 'Zażółć gęślą jaźń, 日本語, עברית, العربية'],
    ['letters that join', 'می\u200cخواهم, 👩\u200d👧'],
    ['lines and paragraphs', 'one\n\ntwo\n- three\n\tfour'],
    ['quotes and dashes', '“quoted” – it’s'],
    ['marks on letters', 'Zo\u0308e\u0301 q\u0323\u0307 שָׁלוֹם ที่นี่ हिन्दी'.normalize('NFC')],
    ['emoji put together', '👩🏽\u200d❤️\u200d💋\u200d👨 1️⃣ 🇬🇧'],
    ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
  ])('%s stay as they were', (_, written) => {
    expect(cleanText(written)).toBe(written)
  })

  test.each([
    ['control characters', 'a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
    [
      'marks that turn the direction of text',
      'see \u202edoc.exe\u202c \u2066x\u2069\u200f',
      'see doc.exe x',
    ],
    ['invisible spaces', '\ufeffno\u200bthing\u2060', 'nothing'],
    ['line ends of three systems', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['more than one blank line', 'a\n\n\n\nb', 'a\n\nb'],
    ['spaces around', '  a b \n', 'a b'],
    ['letters in two pieces', 'cafe\u0301', 'café'],
    ['letters that show as nothing', 'a\u00adb\u034fc\u115f\u3164\uffa0d\u2064', 'abcd'],
    ['words hidden in tags', 'yes\u{e006e}\u{e006f}', 'yes'],
    ['towers of marks', `q${'\u0300\u0323'.repeat(40)}i`, 'q\u0323\u0323\u0300\u0300i'],
    ['towers with joiners in them', `h${'\u0330\u200d'.repeat(40)}i`, 'h\u0330\u200d\u0330\u200di'],
    ['half a letter', 'a\ud83db', 'a\ufffdb'],
    ['what is no character', 'a\ufdd0b\uffffc', 'abc'],
  ])('%s are taken out or made one kind', (_, written, kept) => {
    expect(cleanText(written)).toBe(kept)
  })

  test.each([
    ['marks', 'a\u0301\u0323'],
    ['the same mark', '\u0301'],
    ['joiners', '\u200d'],
    ['exclamation marks', '!'],
    ['spaces before an end', ' \u0000'],
    ['blank lines', '\n'],
    ['flags', '\u{1f3f4}\u{e0067}'],
    ['letters put together from three', '\u1100\u1161\u11a8'],
  ])('200,000 characters of %s are read at once', (_, part) => {
    const written = part.repeat(200_000 / part.length)
    const started = cpuMs()
    isBlank(cleanText(written))
    oneLine(written)
    withoutEnd(`x${written}`, '!')
    expect(cpuMs() - started).toBeLessThan(2_000)
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'e',
        '\u0301',
        '\u0344',
        '\u200d',
        '\u1161',
        '\u200b',
        '\r',
        '\n',
        ' ',
        '\u0000',
        '\u2028',
      ),
    }),
  )

  test('what is clean is not changed again', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        expect(cleanText(cleanText(written))).toBe(cleanText(written))
      }),
      { numRuns: 1000 },
    )
  })

  test('nothing that hides or turns text is left', () => {
    fc.assert(
      fc.property(anyText, (written) => {
        expect(cleanText(written)).not.toMatch(
          /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/,
        )
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(cleanText(written)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
      }),
    )
  })

  test('nothing readable is blank', () => {
    const written = [
      '',
      ' \n\t',
      '\u0000\u200b\u202e',
      '\u200d\u200c',
      '\u00ad',
      '\u3164',
      '\u2800\u115f',
      '.',
      '0',
      'ж',
      '👍',
    ]
    expect(written.map(isBlank)).toEqual([...Array(7).fill(true), ...Array(4).fill(false)])
  })

  test('a beginning never ends within a character', () => {
    expect(beginning('ab👍', 3)).toBe('ab')
    expect(beginning('ab👍', 4)).toBe('ab👍')
  })

  test('marks and spaces are taken off an end, and nowhere else', () => {
    expect(withoutEnd('What?! Now. ?!', '.!?')).toBe('What?! Now')
    expect(withoutEnd('?!', '.!?')).toBe('')
  })

  test('4,000 characters are the most one text may hold', () => {
    expect(TEXT_LIMIT).toBe(4000)
  })
})
