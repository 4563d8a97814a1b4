import type { Activity } from 'botbuilder'
import { cleanText } from '../../../domain/words/text.ts'
import type { Node } from './node-in.ts'
import { nodeIn, nodesIn, textIn } from './node-in.ts'
import type { HtmlWords } from './words-of-html.ts'
import { MESSAGE_CHARACTERS, wordsOfHtml } from './words-of-html.ts'

export interface SaidWords {
  readonly words: string
  /** Files or pictures came along. They are not taken. */
  readonly hasFiles: boolean
}

/** Replaces spaces that do not break with plain ones. Changes nothing else. */
export const tidied = (text: string): string =>
  cleanText(text.replaceAll('&nbsp;', ' ').replaceAll('\u00a0', ' '))

const bare = (text: string) =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^ ?@/, '')
    .trim()
    .toLowerCase()

const withoutPrefix = (id: string) => id.replace(/^28:/, '')

/** Mentions of the bot: as they stand in the text, and the names they may stand under. */
function mentionsOfBot({ entities, recipient }: Activity) {
  const own = withoutPrefix(textIn(recipient?.id))
  const mentions = nodesIn(entities).filter(
    ({ type, mentioned }) =>
      type === 'mention' && own !== '' && withoutPrefix(textIn(nodeIn(mentioned)['id'])) === own,
  )
  const texts = mentions.map(({ text }) => textIn(text)).filter((text) => bare(text) !== '')
  const names = mentions.map(({ mentioned }) => textIn(nodeIn(mentioned)['name']))
  return { texts, names: new Set([...texts, ...names, textIn(recipient?.name)].map(bare)) }
}

/** Mentions become names; those of the bot become nothing. */
const mentionsIn =
  (names: ReadonlySet<string>) =>
  (name: string): string =>
    names.has(bare(name)) ? '' : name

/** The words of `text`, which holds no HTML but mentions and the mark of a quoted message. */
function wordsOfText(text: string, { texts, names }: ReturnType<typeof mentionsOfBot>): string {
  const mention = mentionsIn(names)
  let words = text.slice(0, MESSAGE_CHARACTERS)
  for (const one of texts) words = words.replace(one, '')
  return words
    .replace(/<quoted\b[^<>]*>|<\/quoted>/gi, '')
    .replace(/<at\b[^<>]*>([^<>]*)<\/at>/gi, (_, name: string) => mention(name))
}

const isHtml = ({ contentType }: Node) => textIn(contentType).toLowerCase() === 'text/html'

const FILE = /^(?:image|audio|video|application|font|model|text)\/|^reference$/
const CARD = /^application\/vnd\.microsoft\.(?:teams\.)?card\.(?!animation|audio|video)/

/** Attachments that are something of their own, not the message once more, a card or a preview. */
const isFile = (attachment: Node): boolean => {
  const type = textIn(attachment['contentType']).toLowerCase()
  return FILE.test(type) && !CARD.test(type) && !isHtml(attachment)
}

const blank: HtmlWords = { words: '', isReply: false, hasPictures: false }

/** What was typed into a message, from any client, and whether files came with it. */
export function saidIn(activity: Activity): SaidWords {
  const ofBot = mentionsOfBot(activity)
  const attachments = nodesIn(activity.attachments)
  const html = textIn(attachments.find(isHtml)?.['content'])
  // `text` is the message without its emoji, lists and breaks.
  const read =
    html === ''
      ? blank
      : wordsOfHtml(html, { withoutQuote: true, mention: mentionsIn(ofBot.names) })
  const text = textIn(activity.text)
  const words = tidied(read.words)
  return {
    words: words === '' && !read.isReply ? tidied(wordsOfText(text, ofBot)) : words,
    hasFiles: read.hasPictures || attachments.some(isFile),
  }
}

/** The message that a message extension was opened on. */
export function pickedIn(payload: Node): SaidWords {
  const body = nodeIn(payload['body'])
  const content = textIn(body['content'])
  const hasFiles = nodesIn(payload['attachments']).some(isFile)
  if (body['contentType'] === 'text')
    return { words: tidied(content.slice(0, MESSAGE_CHARACTERS)), hasFiles }
  const { words, hasPictures } = wordsOfHtml(content)
  return { words: tidied(words), hasFiles: hasFiles || hasPictures }
}
