/** Why a file is not taken, in words for the person. */
export class UnreadableFile extends Error {}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]) =>
  mark.every((byte, place) => bytes[place] === byte)

/**
 * The text of a file. Spreadsheets save UTF-8 with or without a mark, or UTF-16 with one.
 * @throws UnreadableFile for anything else, with what to do
 */
export function textOf(buffer: ArrayBuffer, atMost: number): string {
  const bytes = new Uint8Array(buffer)
  if (startsWith(bytes, 0x50, 0x4b))
    throw new UnreadableFile(
      'This is a workbook. Save it as “CSV UTF-8” in your spreadsheet program, then choose that file.',
    )
  const encoding = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.length <= atMost) return text
  } catch {
    throw new UnreadableFile(
      'The letters of this file cannot be read for certain. Save it as “CSV UTF-8”, then choose it again.',
    )
  }
  throw new UnreadableFile(
    `This file is too long: at most ${atMost.toLocaleString('en-GB')} characters are taken. Enter it in parts.`,
  )
}
