// Owns the clerk's own conditional formats in the grid's words. Ours are painted by the model; what the grid cannot show stays in the file.
import type { Area } from '../sheet/address';
import { readOurRule, type ConditionalFormat } from '../workbook/file';

/** A rule as the grid stores it. */
interface GridRule {
  readonly cfId: string;
  readonly ranges: readonly { startRow: number; endRow: number; startColumn: number; endColumn: number }[];
  readonly stopIfTrue: boolean;
  readonly rule: unknown;
}

/** Comparison words of the file → of the grid. */
const OPERATORS: Readonly<Record<string, string>> = {
  greaterThan: 'greaterThan',
  greaterThanOrEqual: 'greaterThanOrEqual',
  lessThan: 'lessThan',
  lessThanOrEqual: 'lessThanOrEqual',
  equal: 'equal',
  notEqual: 'notEqual',
  between: 'between',
  notBetween: 'notBetween',
};

export function clerkRules(formats: readonly ConditionalFormat[]): GridRule[] {
  return formats
    .filter((one) => one.format && !readOurRule(one.formulas[0] ?? ''))
    .sort((a, b) => a.priority - b.priority)
    .flatMap((one, index) => {
      const rule = condition(one);
      if (!rule) return [];
      const style = {
        ...(one.format?.fill && { bg: { rgb: `#${one.format.fill}` } }),
        ...(one.format?.font && { cl: { rgb: `#${one.format.font}` } }),
        ...(one.format?.isBold && { bl: 1 }),
      };
      return [
        {
          cfId: `clerk-${index}`,
          ranges: one.areas.map(gridRange),
          stopIfTrue: one.stopsIfTrue,
          rule: { type: 'highlightCell', ...rule, style },
        },
      ];
    });
}

function gridRange({ top, left, bottom, right }: Area) {
  return { startRow: top, endRow: bottom, startColumn: left, endColumn: right };
}

function condition({ type, operator, formulas }: ConditionalFormat): object | null {
  const [first = '', second] = formulas;
  if (type === 'expression') return { subType: 'formula', value: `=${first}` };
  if (type !== 'cellIs' || !operator || !OPERATORS[operator]) return null;
  const numbers = [first, second].filter((text) => text !== undefined).map(Number);
  if (numbers.some((number) => Number.isNaN(number))) return null;
  return { subType: 'number', operator: OPERATORS[operator], value: numbers.length > 1 ? numbers : numbers[0] };
}
