import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, isBlank, TEXT_LIMIT } from '../../src/domain/shared/text.ts'

describe('what people wrote', () => {
  test.each([
    ['Markdown, links and brackets', '**bold** [a link](https://example.org) {gap} <b>x</b>'],
    ['letters of other scripts', 'Zażółć gęślą jaźń, 日本語, עברית, العربية'],
    ['letters that join', 'می\u200cخواهم, 👩\u200d👧'],
    ['lines and paragraphs', 'one\n\ntwo\n- three\n\tfour'],
    ['quotes and dashes', '“quoted” – it’s'],
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
  ])('%s are taken out or made one kind', (_, written, kept) => {
    expect(cleanText(written)).toBe(kept)
  })

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('a', 'e', '\u0301', '\u200b', '\r', '\n', ' ', '\u0000', '\u2028'),
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
      '.',
      '0',
      'ж',
      '👍',
    ]
    expect(written.map(isBlank)).toEqual([true, true, true, true, true, false, false, false, false])
  })

  test('4,000 characters are the most one text may hold', () => {
    expect(TEXT_LIMIT).toBe(4000)
  })
})
