import { Parser } from 'htmlparser2'

/** More than a message of Teams can hold. Longer text is read up to here. */
export const MESSAGE_CHARACTERS = 100_000

/** Depth of nesting beyond any client's. Reading takes longer the deeper it is. */
const DEEPEST = 500

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote caption codeblock dd details div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
)
/** Elements whose text nobody reads. */
const UNREAD = new Set(['head', 'script', 'style', 'template', 'title'])

const MENTION = 'http://schema.skype.com/Mention'
const REPLY = 'http://schema.skype.com/Reply'
const EMOJI = 'http://schema.skype.com/Emoji'
const IS_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

export interface HtmlWords {
  readonly words: string
  /** Another message is quoted, as Teams does for a reply. */
  readonly isReply: boolean
  readonly hasPictures: boolean
}

type Attributes = Readonly<Record<string, string>>

/** What an emoji stands for, in any of its forms; `undefined` for a picture. */
function emojiIn(element: string, { itemtype, alt = '', title = '' }: Attributes) {
  if (element === 'emoji' || itemtype === EMOJI) return alt || title
  return IS_EMOJI.test(alt.slice(0, 40)) ? alt : undefined
}

/** Collects words as they would stand on a page: single spaces, and blocks on their own lines. */
function page() {
  let done = ''
  let line = ''
  // Kept apart, because looking into a growing text copies it each time.
  let last = ''
  const add = (text: string) => {
    line += text
    last = text.at(-1) ?? last
  }
  const endLine = () => {
    done += `${line.trimEnd()}\n`
    line = ''
    last = ''
  }
  return {
    text: (text: string) => {
      // A space that does not break stays: it may stand for an empty paragraph, for example.
      const spaced = text.replace(/[\t\n\f\r ]+/g, ' ')
      add(last.trim() === '' ? spaced.replace(/^ /, '') : spaced)
    },
    asWritten: (text: string) => {
      const lines = text.replace(/\r\n?/g, '\n').split('\n')
      for (const [at, one] of lines.entries()) {
        if (at > 0) endLine()
        add(one)
      }
    },
    endLine,
    block: () => {
      if (line !== '') endLine()
    },
    words: () => (done + line).trim(),
  }
}

/**
 * The words of a message that arrives as HTML: from Teams, Outlook, or pasted from a page. A parser
 * reads it, however broken it is.
 * @param withoutQuote leaves out the message that a reply quotes, since somebody else wrote it
 * @param mention what becomes of somebody who is mentioned
 */
export function wordsOfHtml(
  html: string,
  {
    withoutQuote = false,
    mention = (name: string) => name,
  }: { withoutQuote?: boolean; mention?: (name: string) => string } = {},
): HtmlWords {
  const on = page()
  let depth = 0
  let unreadFrom = 0
  let preFrom = 0
  let mentionFrom = 0
  let mentioned = ''
  let isReply = false
  let hasPictures = false
  const parser = new Parser({
    onopentag(element, attributes) {
      depth += 1
      if (depth > DEEPEST) parser.pause()
      if (unreadFrom > 0) return
      const isQuote = element === 'blockquote' && attributes['itemtype'] === REPLY
      if (isQuote) isReply = true
      if (UNREAD.has(element) || (isQuote && withoutQuote)) unreadFrom = depth
      else if (element === 'br') on.endLine()
      else if (element === 'img' || element === 'emoji') {
        const emoji = emojiIn(element, attributes)
        if (emoji === undefined) hasPictures = true
        else on.text(emoji)
      } else if (element === 'at' || attributes['itemtype'] === MENTION) {
        if (mentionFrom === 0) [mentionFrom, mentioned] = [depth, '']
      } else if (BLOCKS.has(element)) on.block()
      if (element === 'pre' && preFrom === 0) preFrom = depth
    },
    ontext(text) {
      if (unreadFrom > 0) return
      if (mentionFrom > 0) mentioned += text
      else if (preFrom > 0) on.asWritten(text)
      else on.text(text)
    },
    onclosetag(element) {
      if (mentionFrom === depth) {
        mentionFrom = 0
        on.text(mention(mentioned))
      }
      if (unreadFrom === depth) unreadFrom = 0
      else if (unreadFrom === 0 && BLOCKS.has(element)) on.block()
      if (preFrom === depth) preFrom = 0
      depth -= 1
    },
  })
  parser.end(html.slice(0, MESSAGE_CHARACTERS))
  return { words: on.words(), isReply, hasPictures }
}
