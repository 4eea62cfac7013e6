// Owns a workbook as plain data, to compare before and after. Must not change anything.
import { formatArea } from '../../src/sheet/address';
import { BLANK } from './cells';
import type { WorkbookModel } from './model';

/** Everything a person could see or miss: sheets in order, cells with formulas and formats, merges, rules, names. */
export function dump(workbook: WorkbookModel): Record<string, unknown> {
  return {
    sheets: workbook.sheets.map((sheet) => {
      const used = sheet.usedArea(false);
      const cells: Record<string, unknown> = {};
      for (let row = used?.top ?? 0; used && row <= used.bottom; row++) {
        for (let column = used.left; column <= used.right; column++) {
          const cell = sheet.cell(row, column);
          if (cell !== BLANK) cells[formatArea({ top: row, bottom: row, left: column, right: column })] = cell;
        }
      }
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        isProtected: sheet.isProtected,
        frozen: [sheet.frozenRows, sheet.frozenColumns],
        merges: sheet.merges.map(formatArea).sort(),
        rules: sheet.rules.map((rule) => ({ ...rule, id: '', area: formatArea(rule.area) })),
        validations: sheet.validations.map(({ area, ...rest }) => ({ area: formatArea(area), ...rest })),
        charts: sheet.charts.map((chart) => ({ ...chart, id: '' })),
        tables: sheet.tables.map(({ name, area }) => ({ name, area: formatArea(area) })),
        widths: [...sheet.columnWidths].sort(([a], [b]) => a - b),
        heights: [...sheet.rowHeights].sort(([a], [b]) => a - b),
        hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
        hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
        pageLayout: { ...sheet.pageLayout },
        cells,
      };
    }),
    names: workbook.names
      .map((name) => ({ name: name.name, visible: name.visible, formula: workbook.formulaOf(name) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    active: workbook.active.name,
    calculationMode: workbook.calculationMode,
  };
}
