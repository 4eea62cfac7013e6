// Owns how sentences go out in JSON: in Chinese, which is the contract.

/** For `JSON.stringify`: a sentence in two languages becomes its Chinese text. */
export function sentencesAsText(_: string, value: unknown): unknown {
  const isSentence = typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
  return isSentence ? value.zh : value;
}
