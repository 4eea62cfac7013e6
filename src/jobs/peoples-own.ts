// Owns what would be lost with the sheets of ours: what people wrote into them. Must not remove anything.
import { COLLECTION_SHEET } from './collection-sheet';
import { departmentEdits, EDITS_SHEET } from './department-edits';
import { LEDGER_SHEET } from './ledger';
import { ownList } from './own-lists';
import type { Sentence } from '../text/sentence';
import type { WorkbookSnapshot } from '../workbook/port';

/** Lists that people work on. */
const LISTS = [COLLECTION_SHEET, LEDGER_SHEET, EDITS_SHEET];

/** What to say before everything of ours is cleared; null when nothing of people's goes with it. */
export function peoplesOwn(snapshot: WorkbookSnapshot): Sentence | null {
  const lists = LISTS.flatMap((title) => ownList(snapshot, title)?.name ?? []);
  const edits = departmentEdits(snapshot);
  const [first] = edits;
  if (!first && lists.length === 0) return null;
  const zh = [
    ...(first ? [`部门分表里手工填写的 ${edits.length} 处（如“${first.sheet}”${first.cell}：${first.text}）`] : []),
    ...lists.map((name) => `“${name}”表`),
  ].join('、');
  const en = [
    ...(first
      ? [
          `what was typed into department sheets (${edits.length}, such as “${first.sheet}” ${first.cell}: ${first.text})`,
        ]
      : []),
    ...lists.map((name) => `the sheet ${name}`),
  ].join(', ');
  return {
    zh: `清除标记会连同${zh}一起删除，请先把要留的抄到原表。`,
    en: `Clearing also removes ${en}; copy what you want to keep into your own sheets first.`,
  };
}
