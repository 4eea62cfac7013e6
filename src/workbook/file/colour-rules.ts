// Owns conditional formats: ours are laid, found again and taken out; those of the clerk are never changed.
import { columnIndex, columnLetters, formatArea } from '../../sheet/address';
import type { RowColours } from '../port';
import type { Styles } from './styles';
import { attribute, characterData, childNamed, childrenNamed, encodeText, parseXml, XmlEdits } from './xml';

/** Always true; says that a rule is ours, through every program that keeps formulas. */
const SIGNATURE = 'N("dabiao")=0';

function isOurs(formula: string): boolean {
  return formula.replaceAll(' ', '').includes(SIGNATURE);
}

/** What one of our rules asks: which column, and what it must read. null for a rule that is not ours. */
export function readOurRule(formula: string): { readonly column: number; readonly equals: string } | null {
  const found = isOurs(formula) ? /^AND\(\$([A-Z]{1,3})\d+="((?:[^"]|"")*)",/.exec(formula) : null;
  return found ? { column: columnIndex(found[1] ?? ''), equals: (found[2] ?? '').replaceAll('""', '"') } : null;
}

/** A `<conditionalFormatting>` without our rules: the same text when it had none, '' when nothing is left. */
export function withoutOurRules(xml: string): string {
  const root = parseXml(xml);
  const edits = new XmlEdits(xml);
  const rules = childrenNamed(root, 'cfRule');
  const ours = rules.filter((rule) => {
    const formula = childNamed(rule, 'formula');
    return formula !== undefined && isOurs(characterData(xml.slice(formula.openEnd, formula.closeStart)));
  });
  if (ours.length === 0) return xml;
  if (ours.length === rules.length) return '';
  for (const rule of ours) edits.remove(rule);
  return edits.toString();
}

/** The lowest rank (largest number) of any rule in the text, extensions included; 0 when there is none. */
export function lowestPriority(xml: string): number {
  let lowest = 0;
  for (const match of xml.matchAll(/<(?:[^\s:<>]+:)?cfRule\b[^>]*>/g))
    lowest = Math.max(lowest, Number(attribute(match[0], 'priority') ?? 0));
  return lowest;
}

/** Our rules, ranked after `lowest` so that the clerk's own win. */
export function colourRulesXml(colours: readonly RowColours[], styles: Styles, lowest: number, p: string): string {
  let priority = lowest;
  return colours
    .filter((colour) => colour.rules.length > 0)
    .map(({ area, keyColumn, rules }) => {
      const cell = `$${columnLetters(keyColumn)}${area.top + 1}`;
      const xml = rules.map(({ equals, fill, font }) => {
        const formula = encodeText(`AND(${cell}="${equals.replaceAll('"', '""')}",${SIGNATURE})`);
        const format = styles.colourFormatOf(fill, font);
        return `<${p}cfRule type="expression" dxfId="${format}" priority="${++priority}"><${p}formula>${formula}</${p}formula></${p}cfRule>`;
      });
      return `<${p}conditionalFormatting sqref="${formatArea(area)}">${xml.join('')}</${p}conditionalFormatting>`;
    })
    .join('');
}

/** Whether the rules of this text use a differential format at or after `first`. */
export function usesFormatFrom(xml: string, first: number): boolean {
  for (const match of xml.matchAll(/[dD]xfId="(\d+)"/g)) if (Number(match[1]) >= first) return true;
  return false;
}
