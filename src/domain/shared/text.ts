/** The most one answer, reason or sentence may hold, in characters as JavaScript counts them. */
export const TEXT_LIMIT = 4000

/**
 * What a person wrote, made safe to keep and show: control characters and the marks that turn
 * the direction of text are taken out (they can make a sentence read as something else), line
 * ends are made one kind, runs of blank lines are shortened, and the ends are trimmed. Words,
 * punctuation, Markdown and letters of every script stay as they were written.
 */
export const cleanText = (written: string): string =>
  written
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** True when nothing readable was written: empty, spaces, or only invisible marks. */
export const isBlank = (written: string): boolean =>
  !/[\p{L}\p{N}\p{P}\p{S}]/u.test(cleanText(written))
