import fc from 'fast-check';
import { safeFileName, safeSheetName } from '../../src/department/sheet-name';

describe('safeSheetName', () => {
  test.each([
    ['区卫生健康局', '区卫生健康局'],
    ['各镇（街道）', '各镇（街道）'],
    ['各县[市:区]*?/\\办', '各县 市 区 办'],
    ["'区卫健局'", '区卫健局'],
    ['History', 'History_'],
    ['HISTORY', 'HISTORY_'],
    ['', '部门'],
    ["''", '部门'],
    ['一'.repeat(40), '一'.repeat(31)],
    [`${'一'.repeat(30)}𠮷局`, '一'.repeat(30)],
    [`${'一'.repeat(29)}𠮷局`, `${'一'.repeat(29)}𠮷`],
    [`${'一'.repeat(30)}'局`, '一'.repeat(30)],
    ['区卫健局\n（疾控）', '区卫健局 （疾控）'],
  ])('%j → %j', (name, wanted) => {
    expect(safeSheetName(name, new Set())).toBe(wanted);
  });

  test('clashes, case ignored, get (2), (3)', () => {
    expect(safeSheetName('区卫健局', new Set(['区卫健局']))).toBe('区卫健局 (2)');
    expect(safeSheetName('区卫健局', new Set(['区卫健局', '区卫健局 (2)']))).toBe('区卫健局 (3)');
    expect(safeSheetName('CDC办', new Set(['cdc办']))).toBe('CDC办 (2)');
    expect(safeSheetName('一'.repeat(40), new Set(['一'.repeat(31)]))).toBe(`${'一'.repeat(27)} (2)`);
  });

  test('any name becomes one that Excel takes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(fc.string(), { maxLength: 3 }),
        (name, others) => {
          const taken = new Set([...others, '部门']);
          const safe = safeSheetName(name, taken);
          expect(safe.length).toBeGreaterThan(0);
          expect(safe.length).toBeLessThanOrEqual(31);
          expect(safe).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/iu);
          expect(safe).not.toMatch(/\p{Cs}|[\u0000-\u001f]/u); // eslint-disable-line no-control-regex
          expect([...taken].map((other) => other.toLowerCase())).not.toContain(safe.toLowerCase());
        },
      ),
    );
  });
});

describe('safeFileName', () => {
  test.each([
    ['区卫生健康局', '区卫生健康局'],
    ['各县<市:区>"|?*', '各县 市 区'],
    ['../../etc/passwd', 'etc passwd'],
    ['CON', 'CON_'],
    ['lpt1', 'lpt1_'],
    ['区卫健局...', '区卫健局'],
    ['', '部门'],
  ])('%j → %j', (name, wanted) => {
    expect(safeFileName(name)).toBe(wanted);
  });
  test('clashes get (2)', () => {
    expect(safeFileName('A', new Set(['a']))).toBe('A (2)');
  });
});
