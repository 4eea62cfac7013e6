// Owns what the product says to a person: one sentence, Chinese first, English beside it. Must not know who shows it.

/** One sentence in both languages. Chinese is the contract (JSON, sheets); English serves an English interface. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Sentence;

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** The table's own words, as an English sentence repeats them. */
export function quote(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** A figure or a target as it stands; in quotes where it has Chinese in it. */
export function cite(text: string): string {
  return CHINESE.test(text) ? quote(text) : text;
}
