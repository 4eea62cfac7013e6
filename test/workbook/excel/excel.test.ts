// What the Excel host does beyond the common contract: refusals, observing, selecting, what is the clerk's stays.
import type { Browser } from 'playwright-core';
import type { Plan } from '../../../src/workbook/port';
import { dump, workbookFromRows, WorkbookModel } from '../../excel-host';
import { styleOf } from '../../excel-host/cells';
import { launchBrowser } from '../../support/browser';
import { runDepartments } from '../contract';
import { remoteHost, resultOf, type RemoteHost } from './remote';

jest.setTimeout(60_000);

let browser: Browser;
let host: RemoteHost;
beforeAll(async () => {
  browser = await launchBrowser();
  host = await remoteHost(browser, { workbook: new WorkbookModel() });
});
afterAll(() => browser.close());

const TABLE = [
  ['序号', '评价指标', '目标值', '责任部门', '实际值'],
  [1, '建成区绿化覆盖率', '≥35%', '城管局', '36%'],
  [2, '生活垃圾无害化处理率', '100%', '城管局、住建局', '99%'],
];

async function open(workbook = workbookFromRows({ 指标: TABLE, 其他: [] })): Promise<WorkbookModel> {
  host.excel.open(workbook);
  await host.call('restart');
  return workbook;
}

const AREA = { top: 0, left: 5, bottom: 2, right: 6 };
const VALUES = [
  ['达标情况', '判定说明'],
  ['达标', '实际值 36% 不低于 35%'],
  ['未达标', '=1+1'],
];
const MARK: Plan = {
  expectations: [{ sheet: '指标', row: 1, column: 1, text: '建成区绿化覆盖率' }],
  steps: [
    { kind: 'write', sheet: '指标', block: { top: 0, left: 5, values: VALUES, look: 'result' }, widths: [12, 46] },
    { kind: 'mark', marks: [{ name: 'result.1', place: { sheet: '指标', area: AREA }, text: null }] },
  ],
};
const ERASE: Plan = {
  expectations: [],
  steps: [
    { kind: 'colour', sheet: '指标', colours: [] },
    { kind: 'erase', sheet: '指标', area: AREA },
    { kind: 'unmark', names: ['result.1'] },
  ],
};

const refused = (code: string) => expect.objectContaining({ code });

test.each<[string, (workbook: WorkbookModel) => void, string]>([
  ['a protected sheet', (workbook) => void (workbook.sheet('指标').isProtected = true), 'protected'],
  ['a read-only workbook', (workbook) => void (workbook.isReadOnly = true), 'read-only'],
  ['a cell being edited', (workbook) => void (workbook.isEditingCell = true), 'editing-cell'],
  ['a changed cell', (workbook) => workbook.sheet('指标').type(1, 1, '别的'), 'changed'],
  ['something typed where we would write', (workbook) => workbook.sheet('指标').type(2, 6, '我的'), 'changed'],
  ['a deleted sheet', (workbook) => workbook.removeSheet(workbook.sheet('指标')), 'missing-sheet'],
])('%s is refused and nothing is written', async (_title, happen, code) => {
  const workbook = await open();
  await host.read({ sheets: 'active' });
  happen(workbook);
  const before = dump(workbook);
  await expect(host.apply(MARK)).rejects.toEqual(refused(code));
  expect(dump(workbook)).toEqual(before);
});

test('formats and widths of the clerk come back, different ones are never touched', async () => {
  const workbook = await open();
  const sheet = workbook.sheet('指标');
  sheet.columnWidths.set(5, 33);
  sheet.restyle({ top: 0, left: 5, bottom: 2, right: 5 }, { vertical: 'Top' });
  sheet.set(1, 6, { style: styleOf({ wrap: true, fill: '#FFFF00' }) });
  const before = dump(workbook);
  await host.apply(MARK);
  expect(sheet.cell(1, 6).style).toMatchObject({ wrap: true, fill: '#FFFF00', vertical: 'Center' });
  expect(sheet.cell(1, 5).style).toMatchObject({ wrap: true, vertical: 'Center' });
  expect(sheet.cell(2, 6)).toMatchObject({ value: '=1+1', formula: null });
  expect(sheet.width(6)).toBe((46 * 7 + 5) * 0.75);
  await host.apply(ERASE);
  expect(dump(workbook)).toEqual(before);
});

test('fills cells of the clerk, formats kept, even unlocked ones of a protected sheet', async () => {
  const workbook = await open();
  const sheet = workbook.sheet('指标');
  sheet.set(1, 4, { style: styleOf({ locked: false, numberFormat: '0.0%' }) });
  sheet.isProtected = true;
  const fill = (row: number, value: number | string): Plan => ({
    expectations: [],
    steps: [{ kind: 'fill', sheet: '指标', cells: [{ row, column: 4, value }] }],
  });
  await host.apply(fill(1, 0.5));
  expect(sheet.cell(1, 4)).toMatchObject({ value: 0.5, style: { numberFormat: '0.0%' } });
  await expect(host.apply(fill(2, '100%'))).rejects.toEqual(refused('protected'));
});

test('department sheets: frozen head, print set-up, links, chart, colours, hidden marks, active sheet kept', async () => {
  const workbook = await open();
  expect(await runDepartments(host)).toBe(2);
  const summary = workbook.sheet('部门汇总');
  const [chart] = summary.charts;
  expect(chart).toMatchObject({ type: 'BarStacked', axes: { isReversed: true } });
  expect(chart?.series.every(({ values, categories, fill }) => values && categories && fill)).toBe(true);
  const sheet = workbook.sheet('城管局');
  expect(summary.cell(3, 0).hyperlink?.documentReference).toMatch(/^'.+'!A1$/);
  expect(sheet.frozenRows).toBe(4);
  expect(sheet.pageLayout).toMatchObject({ orientation: 'Landscape', paperSize: 'A4', titleRows: '$4:$4' });
  expect(sheet.pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
  expect(sheet.shownFill(4, 1)).not.toBe('');
  expect(workbook.names.every(({ visible }) => !visible)).toBe(true);
  expect(workbook.active.name).toBe('指标');
});

test('structure protection is refused before anything is added', async () => {
  const workbook = await open();
  workbook.isStructureProtected = true;
  const before = dump(workbook);
  await expect(runDepartments(host)).rejects.toEqual(refused('structure-protected'));
  expect(dump(workbook)).toEqual(before);
});

test('reads merges beyond 512, tables, formulas, hidden rows, shown text, the selection', async () => {
  const rows = Array.from({ length: 1300 }, (_, row) => [row, '甲', 0.5]);
  const workbook = await open(workbookFromRows({ 大表: rows }));
  const sheet = workbook.sheet('大表');
  for (let row = 0; row < 1200; row += 2) sheet.merge({ top: row, bottom: row + 1, left: 1, right: 1 });
  sheet.restyle({ top: 0, left: 2, bottom: 1299, right: 2 }, { numberFormat: '0%' });
  sheet.set(5, 0, { value: 7, formula: '=3+4' });
  sheet.hiddenRows.add(9);
  sheet.tables.push({ id: 't', name: '表1', area: { top: 1250, left: 0, bottom: 1299, right: 2 } });
  workbook.selection = { top: 3, left: 1, bottom: 4, right: 2 };
  const { sheets, selection } = await host.read({ sheets: 'active' });
  const [read] = sheets;
  expect(read?.merges).toHaveLength(600);
  expect(read?.cell(1, 1).kind).toBe('blank');
  expect(read?.cell(5, 0)).toMatchObject({ value: 7, isFormula: true });
  expect(read?.cell(6, 0).isFormula).toBe(false);
  expect(read?.cell(0, 2)).toMatchObject({ text: '50%', value: 0.5 });
  expect([8, 9].map((row) => read?.isRowHidden(row))).toEqual([false, true]);
  expect(read?.tables).toEqual([{ name: '表1', area: { top: 1250, left: 0, bottom: 1299, right: 2 } }]);
  expect(selection).toEqual({ top: 3, left: 1, bottom: 4, right: 2 });
});

test('observes what a person changes, not what we write; selects a place', async () => {
  const workbook = await open();
  resultOf(await host.call('observe'));
  workbook.sheet('指标').type(1, 4, '37%');
  await host.apply(MARK);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await host.call('changes')).toEqual([{ sheet: '指标', area: { top: 1, left: 4, bottom: 1, right: 4 } }]);
  resultOf(await host.call('unobserve'));
  workbook.sheet('指标').type(1, 4, '38%');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await host.call('changes')).toEqual([]);
  await host.select('其他', { top: 4, left: 2, bottom: 4, right: 3 });
  expect([workbook.active.name, workbook.selection]).toEqual(['其他', { top: 4, left: 2, bottom: 4, right: 3 }]);
  await expect(host.select('没有', AREA)).rejects.toEqual(refused('missing-sheet'));
});

test('a workbook of its own opens in a window of its own', async () => {
  const workbook = await open();
  resultOf(await host.call('openInNewWindow', [80, 75, 3, 4]));
  expect(workbook.created).toEqual(['UEsDBA==']);
});

test('an Excel before 2021 is told apart in one sentence', async () => {
  const old = await remoteHost(browser, { workbook: workbookFromRows({ 指标: TABLE }), supportedApi: '1.13' });
  await expect(old.read({ sheets: 'active' })).rejects.toEqual(refused('unsupported'));
  await old.excel.close();
});
