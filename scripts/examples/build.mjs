// Owns examples/*.xlsx: builds the two notices' tables as a clerk would have them, with ExcelJS (a program that is not ours).
// Run `npm run examples`. Must not import the product: the examples are its input.
import { mkdir } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { LINZI_HEAD, LINZI_NOTE, LINZI_ROWS, LINZI_TITLES } from './linzi.mjs';
import { LINZI_VALUES, TIANJIN_VALUES } from './made-up.mjs';
import { TIANJIN_HEAD, TIANJIN_ROWS, TIANJIN_TITLES } from './tianjin.mjs';

const MADE_UP = '（目标值为通知原文；其余数值为演示而虚构，不是任何地方的统计数据）';
const THIN = { style: 'thin', color: { argb: 'FF7F7F7F' } };
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** `93.2%` becomes the number 0.932 shown as a percentage, as a clerk's Excel does when it is typed. */
function typed(text) {
  const percent = /^(\d+(?:\.(\d+))?)%$/.exec(text);
  if (!percent) return { value: text };
  const decimals = percent[2] ? `.${'0'.repeat(percent[2].length)}` : '';
  return { value: Number((Number(percent[1]) / 100).toPrecision(12)), numFmt: `0${decimals}%` };
}

function put(cell, text, { isHead = false, isLeft = false } = {}) {
  const { value, numFmt } = typeof text === 'string' && !isHead ? typed(text) : { value: text };
  if (value !== '') cell.value = value;
  if (numFmt) cell.numFmt = numFmt;
  cell.font = { name: isHead ? '黑体' : '仿宋', size: 11 };
  cell.border = BOX;
  cell.alignment = { vertical: 'middle', horizontal: isLeft ? 'left' : 'center', wrapText: true };
}

function addTitles(sheet, titles, width) {
  titles.forEach((title, index) => {
    const row = sheet.addRow([title]);
    sheet.mergeCells(row.number, 1, row.number, width);
    const isMain = index === titles.length - 1;
    row.getCell(1).font = { name: isMain ? '黑体' : '仿宋', size: isMain ? 16 : 11 };
    row.getCell(1).alignment = { horizontal: isMain ? 'center' : 'left', vertical: 'middle', wrapText: true };
    row.height = isMain ? 28 : 18;
  });
}

function newBook() {
  const book = new ExcelJS.Workbook();
  book.creator = 'example';
  book.created = book.modified = new Date(Date.UTC(2023, 11, 1));
  return book;
}

function addTable(sheet, head, rows) {
  head.forEach((text, index) => put(sheet.getRow(sheet.rowCount + (index === 0 ? 1 : 0)).getCell(index + 1), text, { isHead: true }));
  for (const cells of rows) {
    const row = sheet.addRow([]);
    cells.forEach((text, index) => put(row.getCell(index + 1), text, { isLeft: index === 1 || index === 3 }));
  }
  sheet.pageSetup = { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}

/** Puts the made-up cells of a row before (`at` < 4) or behind what the notice prints. */
function filled(rows, values, width) {
  return rows.map((cells) => (cells[0] ? [...cells, ...values[cells[0]]] : cells.length > 0 ? [...cells, ...Array(width).fill('')] : []));
}

async function save(book, name) {
  await mkdir('examples', { recursive: true });
  await book.xlsx.writeFile(`examples/${name}.xlsx`);
}

async function linzi(name, extraHead, rows, titles) {
  const book = newBook();
  const sheet = book.addWorksheet('附件2');
  const width = LINZI_HEAD.length + extraHead.length;
  addTitles(sheet, titles, width);
  addTable(sheet, [...LINZI_HEAD, ...extraHead], rows);
  const note = sheet.addRow([LINZI_NOTE]);
  sheet.mergeCells(note.number, 1, note.number, width);
  sheet.columns = [6, 34, 20, 30, ...extraHead.map((head) => (head.endsWith('完成值') ? 22 : 12))].map((chars) => ({ width: chars }));
  await save(book, name);
}

async function tianjin(name, extraHead, rows, titles) {
  const book = newBook();
  const sheet = book.addWorksheet('主要指标');
  addTitles(sheet, titles, TIANJIN_HEAD.length + extraHead.length);
  addTable(sheet, [...TIANJIN_HEAD, ...extraHead], rows);
  const first = rows.findIndex((cells) => cells[0] === '49') + titles.length + 2;
  sheet.mergeCells(first, 3, first + 5, 3);
  sheet.columns = [6, 36, 22, 26, ...extraHead.map((head) => (head.endsWith('完成值') ? 24 : 12))].map((chars) => ({ width: chars }));
  await save(book, name);
}

const LINZI_EXTRA = ['近5年平均', '2021年', '2022年', '2023年完成值'];
const TIANJIN_EXTRA = ['规划值', '近5年平均', '2021年', '2022年', '2023年完成值'];

await linzi('linzi', [], LINZI_ROWS, LINZI_TITLES);
await linzi('linzi-filled', LINZI_EXTRA, filled(LINZI_ROWS, LINZI_VALUES, LINZI_EXTRA.length), [LINZI_TITLES[0], MADE_UP, LINZI_TITLES[1]]);
await tianjin('tianjin', [], TIANJIN_ROWS, TIANJIN_TITLES);
await tianjin('tianjin-filled', TIANJIN_EXTRA, filled(TIANJIN_ROWS, TIANJIN_VALUES, TIANJIN_EXTRA.length), [MADE_UP, ...TIANJIN_TITLES]);
