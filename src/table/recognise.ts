// Owns recognition: a sheet's cells in, its indicator tables and refusals out. Each layout stands in a room of its own
// (grid, one cell a line, one line a cell); this file only joins them. Judges nothing.
import { areasOverlap } from '../sheet/address';
import type { Sheet } from '../sheet/sheet';
import { refusalSentence } from './claim';
import { readGrid } from './grid';
import { findGridTables, type Found, type Refused } from './grid-tables';
import { unfoldDelimited } from './delimited';
import { unfoldLines } from './lines';
import type { RecogniseOptions, Recognition, Refusal } from './table';
import { findTransposed } from './transposed';
import { foldBack } from './unfolded';

/** Finds the indicator tables of one sheet. Never throws on any sheet; a table that is not sure enough is not claimed. */
export function recogniseTables(sheet: Sheet, options: RecogniseOptions): Recognition {
  const grid = readGrid(sheet, options.ours, options.selection);
  const { found, refused } = findGridTables(grid, sheet.name, options);
  for (const unfold of [unfoldDelimited, unfoldLines]) {
    const taken = rowsOf(found);
    for (const unfolded of unfold(grid, sheet.name, (row) => !taken.has(row))) {
      const inside = findGridTables(readGrid(unfolded.sheet), sheet.name, withoutPlace(options));
      found.push(...inside.found.map(({ table }) => foldBack(table, unfolded)));
    }
  }
  const tables = found.map(({ table }) => table).sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  return { tables, refusals: refusalsOf(sheet.name, [...refused, ...findTransposed(grid)], found) };
}

function rowsOf(found: readonly Found[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { covers } of found) for (let row = covers.top; row <= covers.bottom; row += 1) rows.add(row);
  return rows;
}

/** A choice by column letter cannot mean the parts of one cell. */
function withoutPlace(options: RecogniseOptions): RecogniseOptions {
  return { profile: options.profile };
}

function refusalsOf(sheet: string, refused: readonly Refused[], found: readonly Found[]): Refusal[] {
  const open = refused.filter(({ area }) => !found.some(({ covers }) => areasOverlap(covers, area)));
  return [...new Set(open.map(({ reason }) => reason))].map((reason) => ({ sheet, why: refusalSentence(reason) }));
}
