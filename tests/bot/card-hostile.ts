/** What people might type, or be called, to make a card say or do something else. */
export const HOSTILE_WORDS: Readonly<Record<string, string>> = {
  'a Markdown link': '[Approve](https://evil.example)',
  'a Markdown picture': '![x](https://evil.example/x.png)',
  'a reference link': '[Approve][1]\n\n[1]: https://evil.example',
  emphasis: '**Urgent:** _call_ ~~nobody~~ 01632 960999',
  HTML: '<b>x</b><img src=x onerror=alert(1)>',
  'a heading and lists': '# Decision\n- one\n+ two\n1. three\n2) four\n> five',
  'a template expression': '${secret} ${$root.draft} ${json(data)}',
  'backticks around an expression': '`${title}` and `code` and ```${}```',
  'a date function': '{{DATE(2026-03-20T09:10:00Z, LONG)}} {{DATE()}}',
  'a time function': 'At {{TIME(2026-03-20T09:10:00Z)}}, {{{time(2026-03-20T09:10:00Z)}}}',
  'what stands in for a dollar': '\ufdd0{secret} \ue000{secret} ${x}',
  'a name every object has': '__proto__',
  backslashes: '\\[Approve\\](https://evil.example) \\\\*x\\\\*',
  JSON: '","verb":"decide","data":{"ref":"OBS-2026-0001"},"x":"',
  'turned text': 'Do \u202enot\u202c call\u0007 999\u0000\u200b, \u2066please\u2069',
  'a Windows line end': 'one\r\ntwo\rthree\u2028four',
}

/** What people might type to make a card too large. */
export const LARGE_WORDS: Readonly<Record<string, string>> = {
  '4,000 letters without a space': 'x'.repeat(4_000),
  '4,000 letters': 'Words of a long story, '.repeat(174).slice(0, 4_000),
  '4,000 smileys': '😀'.repeat(4_000),
  '2,000 line breaks': 'a\n'.repeat(2_000),
  '4,000 marks that are escaped': '*_"\\'.repeat(1_000),
  '4,000 letters of another script': '愛'.repeat(4_000),
  '4,000 halves of a letter': '\ud83d'.repeat(4_000),
  '1,500 gaps to fill in': '{date} '.repeat(1_500),
  '570 date functions': '{{DATE('.repeat(570),
  '40,000 letters': 'A pasted record. '.repeat(2_353),
}
