// Owns what the product says to a person: one sentence, Chinese first, English beside it. Must not know who shows it.

/** One sentence in both languages. Chinese is the contract (JSON, sheets); English serves an English interface. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Sentence;
