// Owns that a record of ours which is not as we write it today never stands in the way of the clerk's work.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clear } from '../../../src/jobs/clear';
import { check } from '../../../src/jobs/check';
import { openFile } from '../../../src/workbook/file';
import { ROOT } from '../../support/dabiao';

const STRANGE = ['{"areas":{"E3:F60":{}},"columns":{},"rows":[],"dimension":null}', '[1,2]', '{', 'null', '"x"', '{}'];

it.each(STRANGE)('a record %s is as good as none (an older one once ended check and clear)', (text) => {
  const workbook = openFile(new Uint8Array(readFileSync(join(ROOT, 'examples/linzi-filled.xlsx'))), 'linzi');
  workbook.apply(check(workbook.snapshot(), { profile: 'city' }).plan);
  const marks = ['book', '1', '2', '3'].map((key) => ({ name: `before.file.${key}.1`, place: null, text }));
  workbook.apply({ expectations: [], steps: [{ kind: 'mark', marks }] });
  workbook.apply(check(workbook.snapshot(), { profile: 'city' }).plan);
  workbook.apply(clear(workbook.snapshot()));
  const cleared = workbook.snapshot();
  expect(cleared.sheets[0]?.cell(3, 8).kind).toBe('blank');
  expect(cleared.sheets[0]?.cell(4, 7).text).toBe('93.2%');
});
