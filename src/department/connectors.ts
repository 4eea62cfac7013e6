// Owns where 和, 及, 与, 以及 stand as words of their own. Must not decide whether they join two names.
import { partsOf } from './brackets';
import { CONNECTORS, CONNECTORS_AFTER_ALL } from './vocabulary';
import type { Connector } from './vocabulary';

export interface FoundConnector {
  readonly index: number;
  readonly length: number;
}

/** What a connector begins with: most characters begin none. */
const FIRST = new Set(CONNECTORS.map(({ word }) => word.charAt(0)));

const isAt = (text: string, index: number, { word, not = [], notFirst = [] }: Connector): boolean => {
  const isOneOf = (words: readonly string[]): boolean => words.some((other) => text.startsWith(other, index));
  if (!text.startsWith(word, index) || (index === 0 && isOneOf(notFirst))) return false;
  return isOneOf(CONNECTORS_AFTER_ALL) || !isOneOf(not);
};

/** Connectors outside brackets, in order. */
export const connectorsIn = (text: string): FoundConnector[] => {
  const connectors: FoundConnector[] = [];
  let index = 0;
  for (const part of partsOf(text)) {
    const end = index + (part.kind === 'text' ? part.text.length : part.raw.length);
    while (part.kind === 'text' && index < end) {
      const at = index;
      const found = FIRST.has(text.charAt(at)) ? CONNECTORS.find((connector) => isAt(text, at, connector)) : undefined;
      const length = found?.word.length ?? 0;
      if (length > 0) connectors.push({ index, length });
      index += Math.max(1, length);
    }
    index = end;
  }
  return connectors;
};

export const startsWithConnector = (text: string): boolean => CONNECTORS.some((connector) => isAt(text, 0, connector));
export const endsWithConnector = (text: string): boolean =>
  CONNECTORS.some(({ word }) => text.length > word.length && text.endsWith(word));
