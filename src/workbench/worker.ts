// Owns the worker that holds the open file: one request after another, each answered once. Must hold no rule.
import { HostError } from '../workbook/port';
import type { Answer, Request } from './file-client';
import { fileService, type FileService } from './file-service';

/** What a worker's own scope has of the page's; the project is typed for pages. */
const post = (answer: Answer): void => self.postMessage(answer);
const service: FileService = fileService((portion) => post({ kind: 'portion', portion }));

let last = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  last = last.then(() => answer(data));
});

async function answer(request: Request): Promise<void> {
  try {
    post({ kind: 'done', value: await perform(request) });
  } catch (error) {
    if (error instanceof HostError) post({ kind: 'refused', code: error.code, sentence: error.sentence });
    else post({ kind: 'failed', message: String(error) });
  }
}

function perform({ method, args }: Request): unknown {
  // A request pairs a method with its own arguments; the compiler cannot follow a pair through a call.
  return (service[method] as (...given: unknown[]) => unknown)(...args);
}
