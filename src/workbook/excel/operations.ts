// Owns what is put into requests: operations with their size, packed so that no request exceeds what Excel takes.
import type { Block, CellInput } from '../port';
import type { RawValue } from './cells';
import { rangeOf } from './read';
import type { Work } from './session';

/** Something to be done in one piece. `size` in bytes, about, as it stands in a request. */
export interface Operation {
  readonly size: number;
  readonly run: Work<void>;
}

const BYTES_AT_ONCE = 400_000;

/** A block's values, split into stretches of rows that are not too large for one piece. */
export function blockOperations(
  sheetIn: (context: Excel.RequestContext) => Excel.Worksheet,
  { top, left, values }: Block,
  enter: (value: CellInput, across: number) => RawValue,
): Operation[] {
  const width = Math.max(0, ...values.map((row) => row.length));
  if (width === 0) return [];
  const operations: Operation[] = [];
  let rows: RawValue[][] = [];
  let size = 0;
  let first = top;
  const flush = (): void => {
    if (rows.length === 0) return;
    const matrix = rows;
    const area = { top: first, left, bottom: first + matrix.length - 1, right: left + width - 1 };
    operations.push({
      size: size + 600 + Math.ceil((matrix.length * width) / 1500) * 900,
      run: (context) => void (rangeOf(sheetIn(context), area).values = matrix),
    });
    first += matrix.length;
    rows = [];
    size = 0;
  };
  for (const row of values) {
    const entered = Array.from({ length: width }, (_, across) => enter(row[across] ?? null, across));
    rows.push(entered);
    size += sizeOf(entered);
    if (size > BYTES_AT_ONCE) flush();
  }
  flush();
  return operations;
}

const encoder = new TextEncoder();

/** Bytes of a row of values in a request. The body travels as text inside text, so quotes and line breaks count twice. */
function sizeOf(row: readonly RawValue[]): number {
  return encoder.encode(JSON.stringify(row)).length + row.length;
}

/** Operations in order, as few requests as `limit` bytes allow. */
export function packed(operations: readonly Operation[], limit: number): Operation[][] {
  const requests: Operation[][] = [];
  let size = 0;
  for (const operation of operations) {
    const last = requests.at(-1);
    if (last && size + operation.size <= limit) last.push(operation);
    else {
      requests.push([operation]);
      size = 0;
    }
    size += operation.size;
  }
  return requests;
}
