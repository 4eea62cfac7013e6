// Owns the page's end of the worker that holds the open file. Must hold no rule and know no grid.
import type { Sentence } from '../text/sentence';
import { HostError, type HostErrorCode } from '../workbook/port';
import type { FileService, Portion } from './file-service';

type Method = keyof FileService;

export interface Request {
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** Portions of an answer, then its end. Answers come in the order of the requests. */
export type Answer =
  | { readonly kind: 'portion'; readonly portion: Portion }
  | { readonly kind: 'done'; readonly value: unknown }
  /** An error that is none of ours. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'refused'; readonly code: HostErrorCode; readonly sentence: Sentence };

export interface FileClient {
  /** Rejects with the `HostError` that the method threw. */
  ask<M extends Method>(method: M, ...args: Parameters<FileService[M]>): Promise<Awaited<ReturnType<FileService[M]>>>;
  /** Ends the worker. What was asked is never answered. */
  end(): void;
}

interface Asked {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts a worker for one file. */
export function startFileClient(onPortion: (portion: Portion) => void): FileClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  const asked: Asked[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'portion') return onPortion(data.portion);
    const first = asked.shift();
    if (data.kind === 'done') first?.resolve(data.value);
    else if (data.kind === 'failed') first?.reject(new Error(data.message));
    else first?.reject(new HostError(data.code, data.sentence));
  });
  // The worker could not start, or ended: what was asked gets no answer of its own.
  worker.addEventListener('error', (event) => asked.shift()?.reject(new Error(event.message)));
  return {
    ask: (method, ...args) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve: resolve as (value: unknown) => void, reject }); // the worker answers what the method returns
        worker.postMessage({ method, args } satisfies Request);
      }),
    end: () => worker.terminate(),
  };
}
