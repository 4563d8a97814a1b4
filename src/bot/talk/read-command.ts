import { withoutEnd } from '../../domain/words/text.ts'
import type { SaidReference } from './read-reference.ts'
import { readReference } from './read-reference.ts'

/** What people can say at any time. */
export type Command =
  | { readonly type: 'raise' }
  | { readonly type: 'myReports' }
  | { readonly type: 'myWork' }
  | { readonly type: 'recordLearning' }
  | { readonly type: 'prompts' }
  | { readonly type: 'late' }
  | { readonly type: 'figures' }
  | { readonly type: 'setUp' }
  | { readonly type: 'help' }
  | { readonly type: 'next' }
  | { readonly type: 'thanks' }
  | { readonly type: 'hello' }
  | { readonly type: 'back' }
  | { readonly type: 'skip' }
  | { readonly type: 'stop' }
  | { readonly type: 'goOn' }
  | { readonly type: 'startAgain' }
  | { readonly type: 'deleteDraft' }
  | { readonly type: 'send' }
  | { readonly type: 'actAs'; readonly whom: string }
  | ({ readonly type: 'reference' } & SaidReference)

type Plain = Exclude<Command['type'], 'reference' | 'actAs'>

/**
 * The words for each command. Only whole messages count: a story that holds one is still a story.
 */
export const COMMAND_WORDS: Readonly<Record<Plain, readonly string[]>> = {
  raise: [
    'raise',
    'report',
    'start',
    'new',
    'new report',
    'raise something',
    'tell you something',
    'i want to report something',
    'i want to raise something',
    'i have something to report',
    'report something',
  ],
  myReports: [
    'my reports',
    'my report',
    'reports',
    'my observations',
    'what happened to my report',
    'status',
  ],
  myWork: ['my work', 'work', 'triage', 'queue', 'what waits for me', 'what is waiting', 'to do'],
  recordLearning: [
    'learning',
    'record learning',
    'learning from supervision',
    'record supervision',
    'learning from a meeting',
  ],
  prompts: ['supervision prompts', 'prompts', 'prompts for supervision'],
  late: ['what is late', "what's late", 'late', 'overdue', 'what is overdue'],
  figures: ['figures', 'the figures', 'numbers', 'statistics'],
  setUp: ['set up', 'setup', 'set-up', 'settings'],
  help: ['help', '?', 'menu', 'commands', 'what can you do', 'how does this work'],
  next: ['what happens next', 'what next', 'next', 'what happens now', 'and now'],
  thanks: [
    'thanks',
    'thank you',
    'ta',
    'cheers',
    'many thanks',
    'thank you very much',
    'thanks a lot',
    'great thanks',
    'ok thanks',
  ],
  hello: ['hi', 'hello', 'hey', 'good morning', 'good afternoon', 'good evening', 'hiya'],
  back: ['back', 'go back', 'previous'],
  skip: ['skip', 'skip this', 'pass'],
  stop: ['stop', 'cancel', 'quit', 'exit', 'not now', 'later', 'pause'],
  goOn: ['go on', 'continue', 'carry on', 'resume'],
  startAgain: ['start again', 'start over', 'restart'],
  deleteDraft: ['delete', 'delete it', 'delete draft', 'discard'],
  send: ['send', 'send it', 'submit'],
}

const byWords = new Map(
  Object.entries(COMMAND_WORDS).flatMap(([type, words]) =>
    words.map((word) => [word, type as Plain] as const),
  ),
)

const END_MARKS = '.!?,'

/** The command a whole message is, if it is one. */
export function readCommand(said: string): Command | undefined {
  const reference = readReference(said)
  if (reference) return { type: 'reference', ...reference }
  const typed = said.trim().toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ')
  const actAs = /^(?:act as|be)\b\s*(.*)$/.exec(typed)
  if (actAs) return { type: 'actAs', whom: actAs[1] ?? '' }
  const type = byWords.get(typed) ?? byWords.get(withoutEnd(typed, END_MARKS))
  return type && { type }
}
