// Owns the yardstick of the workbench: a page with the grid and nothing of ours, `?rows=` of text and numbers.
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreZhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import { createUniver, LocaleType } from '@univerjs/presets';
import '@univerjs/preset-sheets-core/lib/index.css';

const COLUMNS = 10;

const { univerAPI } = createUniver({
  locale: LocaleType.ZH_CN,
  locales: { [LocaleType.ZH_CN]: coreZhCN },
  presets: [
    UniverSheetsCorePreset({
      container: 'grid',
      toolbar: false,
      contextMenu: false,
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    }),
  ],
});

const rowCount = Number(new URLSearchParams(window.location.search).get('rows'));
const line = (row) =>
  Object.fromEntries(
    Array.from({ length: COLUMNS }, (_, column) => [column, { v: column % 2 ? row : `第${row}项工作` }]),
  );
const cellData = Object.fromEntries(Array.from({ length: rowCount }, (_, row) => [row, line(row)]));
univerAPI.createWorkbook({ id: 'bare', sheetOrder: ['a'], sheets: { a: { id: 'a', name: 'a', rowCount, cellData } } });
