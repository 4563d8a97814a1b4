/** The gaps that are still open in a sentence, such as `{date}`, each once. */
export const gapsIn = (words: string): readonly string[] => [
  ...new Set(words.match(/\{[a-zA-Z.]+\}/g) ?? []),
]
