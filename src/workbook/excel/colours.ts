// Owns colour rules in Excel: ours are laid, found again and deleted; those of the clerk are never touched.
import { columnLetters } from '../../sheet/address';
import type { RowColours } from '../port';
import { rangeOf } from './read';
import type { Session } from './session';

/** Always true; says that a rule is ours, through every program that keeps formulas. */
const SIGNATURE = 'N("dabiao")=0';

/** A conditional format of a sheet, as far as Excel could tell. */
export interface RuleFound {
  readonly id: string;
  readonly isOurs: boolean;
  /** Added, but without a formula yet. */
  readonly isUnfinished: boolean;
}

export function loadRules(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula');
}

export function rulesFound(collection: Excel.ConditionalFormatCollection): RuleFound[] {
  return collection.items.map(({ id, type, customOrNullObject: custom }) => {
    const isCustom = type === Excel.ConditionalFormatType.custom && !custom.isNullObject;
    return ruleFound(id, isCustom ? custom.rule.formula : null);
  });
}

function ruleFound(id: string, formula: string | null): RuleFound {
  return { id, isOurs: formula !== null && isOurs(formula), isUnfinished: formula === '' };
}

/** The same in two steps, for workbooks where a rule of the clerk's makes Excel fail when all are read at once. */
export async function rulesOneByOne(session: Session, sheets: readonly string[]): Promise<Map<string, RuleFound[]>> {
  const lists = await session.request((context) =>
    sheets.map((id) => ({
      id,
      list: context.workbook.worksheets
        .getItemOrNullObject(id)
        .getRange()
        .conditionalFormats.load('items/id,items/type'),
    })),
  );
  const rules = lists.flatMap(({ id: sheet, list }) =>
    list.isNullObject
      ? []
      : list.items.map(({ id, type }) => ({ sheet, id, isCustom: type === Excel.ConditionalFormatType.custom })),
  );
  const custom = rules.filter(({ isCustom }) => isCustom);
  const formulas = await session.request((context) =>
    custom.map(({ sheet, id }) => {
      const item = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id);
      return { id, rule: item.custom.rule.load('formula') };
    }),
  );
  const byId = new Map(formulas.map(({ id, rule }) => [id, rule.formula]));
  return new Map(
    sheets.map((sheet) => [
      sheet,
      rules.filter((rule) => rule.sheet === sheet).map(({ id }) => ruleFound(id, byId.get(id) ?? null)),
    ]),
  );
}

function isOurs(formula: string): boolean {
  return formula.replaceAll(' ', '').includes(SIGNATURE);
}

export function deleteRule(sheet: Excel.Worksheet, id: string): void {
  sheet.getRange().conditionalFormats.getItem(id).delete();
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** Lays the rules behind `others` rules of the clerk's, so that theirs win. Cells with borders of their own need none. */
export function layColours(
  sheet: Excel.Worksheet,
  colours: readonly RowColours[],
  others: number,
  borders: boolean,
): void {
  for (const { area, keyColumn, rules } of colours) {
    const range = rangeOf(sheet, area);
    const cell = `$${columnLetters(keyColumn)}${area.top + 1}`;
    for (const { equals, fill, font } of rules) {
      const rule = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      rule.custom.rule.formula = `=AND(${cell}="${equals.replaceAll('"', '""')}",${SIGNATURE})`;
      rule.custom.format.fill.color = `#${fill}`;
      rule.custom.format.font.color = `#${font}`;
      for (const edge of borders ? EDGES : []) {
        const border = rule.custom.format.borders.getItem(edge);
        border.style = Excel.ConditionalRangeBorderLineStyle.continuous;
        border.color = '#BFBFBF';
      }
      if (others > 0) rule.priority = others;
    }
  }
}

/** Bytes that these rules take in a request, about. */
export function coloursSize(colours: readonly RowColours[], borders: boolean): number {
  return colours.reduce((sum, { rules }) => sum + rules.length * (borders ? 4000 : 1500), 0);
}
