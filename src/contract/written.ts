import { gapsIn } from '../domain/machinery/fields/check.ts'
import { cleanText } from '../domain/shared/text.ts'

/** How many characters of a text count towards the least it has to hold. */
export const writtenIn = (text: string): number => cleanText(text).length

/** The gaps that are still open in a sentence, such as `{date}`, each once. */
export const openGapsIn = (text: string): readonly string[] => gapsIn(text)
