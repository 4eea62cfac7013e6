// Plans like those of the jobs, for the tests of the file host.
import type { Area } from '../../../src/sheet/address';
import { openFile } from '../../../src/workbook/file';
import type { NewSheet, Plan, PlanStep } from '../../../src/workbook/port';

export const RULES = [
  { equals: '达标', fill: 'E2F0D9', font: '1E5B1E' },
  { equals: '未达标', fill: 'F8CBCB', font: '9C0006' },
];

export const plan = (...steps: PlanStep[]): Plan => ({ expectations: [], steps });

/** Both result columns over `area` (two columns wide), colours from column A, a mark. */
export function checkPlan(sheet: string, area: Area): Plan {
  const values = Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
    row === 0 ? ['达标情况', '判定说明'] : [row % 2 ? '达标' : '未达标', `实际 ${row}，=1+1 & <“达标”>`],
  );
  return plan(
    { kind: 'write', sheet, block: { top: area.top, left: area.left, values, look: 'result' }, widths: [12, 46] },
    {
      kind: 'colour',
      sheet,
      colours: [{ area: { ...area, left: 0, top: area.top + 1 }, keyColumn: area.left, rules: RULES }],
    },
    { kind: 'mark', marks: [{ name: 'result.1', place: { sheet, area }, text: null }] },
  );
}

export function clearPlan(sheet: string, area: Area): Plan {
  return plan(
    { kind: 'colour', sheet, colours: [] },
    { kind: 'erase', sheet, area },
    { kind: 'unmark', names: ['result.1'] },
  );
}

export function applied(bytes: Uint8Array, ...plans: Plan[]): Uint8Array {
  const workbook = openFile(bytes, '表.xlsx');
  for (const one of plans) workbook.apply(one);
  return workbook.save();
}

export function newSheet(name: string, more: Partial<NewSheet> = {}): NewSheet {
  return {
    name,
    blocks: [
      {
        top: 0,
        left: 0,
        values: [
          ['责任部门', '达标'],
          ['区教育局', 3],
          ['=cmd|x', 2],
        ],
        look: ['text', 'count'],
      },
    ],
    columnWidths: [20, 10],
    frozenRows: 1,
    print: { orientation: 'landscape', titleRows: [0, 0] },
    ...more,
  };
}

export const sheetMark = (sheet: string, index = 1): PlanStep => ({
  kind: 'mark',
  marks: [{ name: `sheet.${index}`, place: { sheet, area: { top: 0, left: 0, bottom: 0, right: 0 } }, text: null }],
});
