// Owns turning whatever was thrown into the one sentence a person reads. Must not show it.
import type { Sentence } from '../text/sentence';
import type { HostError, HostErrorCode } from '../workbook/port';
import { MESSAGES } from './messages';

/** A part of the pane did not arrive: the server is gone, or has a newer version. */
export class LoadError extends Error {}

/** The host was told to stop and did not answer: nobody knows how far it came. */
export class NoAnswerError extends Error {}

/** By its fields: a host given by another frame throws that frame's class. */
function isHostError(error: unknown): error is HostError {
  return typeof error === 'object' && error !== null && 'code' in error && 'sentence' in error;
}

export function codeOf(error: unknown): HostErrorCode | null {
  return isHostError(error) ? error.code : null;
}

export function sentenceFor(error: unknown): Sentence {
  if (isHostError(error)) return error.sentence;
  if (error instanceof LoadError) return MESSAGES.loadFailed;
  if (error instanceof NoAnswerError) return MESSAGES.noAnswer;
  // A fault of ours: told to the person in a sentence, to the developer's console in full.
  globalThis.reportError?.(error);
  return MESSAGES.unexpected;
}
