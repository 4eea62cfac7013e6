// A file as the port sees it: progress while it is read and written, and a cancel that leaves it alone.
import { fileHost, openFile } from '../../../src/workbook/file';
import type { Progress } from '../../../src/workbook/port';
import { rawWorkbook } from '../../support/ooxml';
import { plan } from './plans';

const bytes = rawWorkbook({ sheets: ['甲', '乙', '丙'].map((name) => ({ name, xml: '<sheetData/>' })) });
const filled = plan({ kind: 'fill', sheet: '甲', cells: [{ row: 0, column: 0, value: 1 }] });

it('reading tells how far it is, sheet by sheet', async () => {
  const told: Progress[] = [];
  await fileHost(openFile(bytes, '表')).read({ sheets: 'all', onProgress: (progress) => told.push(progress) });
  expect(told.map(({ done, total }) => `${done}/${total}`)).toEqual(['0/3', '1/3', '2/3', '3/3']);
});

it('a cancel while it is read ends it at the next sheet', async () => {
  const cancel = new AbortController();
  const told: number[] = [];
  const read = fileHost(openFile(bytes, '表')).read({
    sheets: 'all',
    signal: cancel.signal,
    onProgress: ({ done }) => {
      told.push(done);
      if (done === 1) cancel.abort();
    },
  });
  await expect(read).rejects.toMatchObject({ code: 'cancelled' });
  expect(told).toEqual([0, 1]);
});

it('a cancel before it is written leaves the file as it was', async () => {
  const workbook = openFile(bytes, '表');
  const cancel = new AbortController();
  const write = fileHost(workbook).apply(filled, { signal: cancel.signal, onProgress: () => cancel.abort() });
  await expect(write).rejects.toMatchObject({ code: 'cancelled' });
  expect(workbook.save()).toBe(bytes);
});

it('writing tells when it is done', async () => {
  const workbook = openFile(bytes, '表');
  const told: number[] = [];
  await fileHost(workbook).apply(filled, { onProgress: ({ done }) => told.push(done) });
  expect(told).toEqual([0, 1]);
  expect(workbook.snapshot().sheets[0]!.cell(0, 0).value).toBe(1);
});
