// Owns the worker that holds the open file: one request after another, each answered once. Must hold no rule.
import { HostError } from '../workbook/port';
import type { Answer, Request } from './file-client';
import { fileService, type FileService } from './file-service';

/** What a worker's own scope has of the page's; the project is typed for pages. */
const post = (answer: Answer): void => self.postMessage(answer);
const service: FileService = fileService((portion) => post({ kind: 'portion', portion }));

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  try {
    post({ kind: 'done', value: perform(data) });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    post({ kind: 'refused', code: error.code, sentence: error.sentence });
  }
});

function perform({ method, args }: Request): unknown {
  // A request pairs a method with its own arguments; the compiler cannot follow a pair through a call.
  return (service[method] as (...given: unknown[]) => unknown)(...args);
}
