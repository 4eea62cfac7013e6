// Owns the promise that marks go on once and come off without a trace, seen from the outside: files in, files out.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { dabiao, example, withFolder } from '../support/dabiao';
import { partsOf, sheetNames } from '../support/parts';

const EXAMPLES = ['linzi', 'linzi-filled', 'tianjin', 'tianjin-filled'];

function run(...words: string[]): void {
  const { code, err } = dabiao(words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
}

describe.each(EXAMPLES)('%s', (name) => {
  it('checked twice is the same file, byte for byte', async () => {
    await withFolder((folder) => {
      const [once, twice] = [join(folder, 'once.xlsx'), join(folder, 'twice.xlsx')];
      run('check', example(name), '--out', once);
      run('check', once, '--out', twice);
      expect(readFileSync(twice).equals(readFileSync(once))).toBe(true);
    });
  });

  it('checked and cleared has every part as it was', async () => {
    await withFolder((folder) => {
      const [checked, cleared] = [join(folder, 'checked.xlsx'), join(folder, 'cleared.xlsx')];
      run('check', example(name), '--out', checked);
      expect(partsOf(checked)).not.toEqual(partsOf(example(name)));
      run('clear', checked, '--out', cleared);
      expect(partsOf(cleared)).toEqual(partsOf(example(name)));
    });
  });
});

describe('department sheets', () => {
  it('of a table that names no department are none: the check alone is written', async () => {
    await withFolder((folder) => {
      const out = join(folder, 'out.xlsx');
      run('departments', example('tianjin-filled'), '--out', out);
      expect(sheetNames(out)).toEqual(['主要指标']);
      expect(partsOf(out)['xl/worksheets/sheet1.xml']).toContain('conditionalFormatting');
    });
  });

  it('made twice are one set, and clearing leaves every part as it was', async () => {
    await withFolder((folder) => {
      const [once, twice, cleared] = ['once', 'twice', 'cleared'].map((one) => join(folder, `${one}.xlsx`)) as [
        string,
        string,
        string,
      ];
      run('departments', example('linzi-filled'), '--out', once);
      run('departments', once, '--out', twice);
      expect(sheetNames(once)).toHaveLength(20);
      expect(sheetNames(twice)).toEqual(sheetNames(once));
      run('clear', twice, '--out', cleared);
      expect(partsOf(cleared)).toEqual(partsOf(example('linzi-filled')));
    });
  });

  it("never take the place of the user's own sheet of that name", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(example('linzi-filled'));
    book.addWorksheet('区财政局').getCell('A1').value = '我的预算';
    book.addWorksheet('部门汇总').getCell('A1').value = '我的汇总';
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    await withFolder(async (folder) => {
      const [own, made] = [join(folder, 'own.xlsx'), join(folder, 'made.xlsx')];
      writeFileSync(own, bytes);
      run('departments', own, '--out', made);
      expect(sheetNames(made)).toEqual(
        expect.arrayContaining(['区财政局', '区财政局 (2)', '部门汇总', '部门汇总 (2)']),
      );
      const after = new ExcelJS.Workbook();
      await after.xlsx.readFile(made);
      expect(after.getWorksheet('区财政局')?.getCell('A1').value).toBe('我的预算');
      expect(after.getWorksheet('部门汇总')?.getCell('A1').value).toBe('我的汇总');
    });
  });
});
