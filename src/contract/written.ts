import { gapsIn } from '../domain/machinery/fields/check.ts'
import { cleanText } from '../domain/words/text.ts'

/** How many characters of a text count towards its minimum. */
export const writtenIn = (text: string): number => cleanText(text).length

/** The gaps that are still open in a sentence, such as `{date}`, each once. */
export const openGapsIn = (text: string): readonly string[] => gapsIn(text)

/** The label of a field, the text beside it, and what is said where it cannot be read. */
export { hintWords, labelWords, unreadableWords } from '../domain/machinery/fields/words.ts'

/** The names of the facts of an observation, as on a card. */
export { FACT_WORDS } from '../domain/observation/fact-words.ts'
