// Owns tasks that stand in a table of the notice (任务 beside 责任单位). An indicator table, which has targets, is none.
import type { NoticeTable, NoticeTask } from './notice';

const HEADS = {
  target: /^(?:目标值|指标值|标准值|达标值|考核标准|评价标准)$|年目标$/,
  task: /^(?:重点|主要|具体|工作)?(?:任务|工作|事项|措施|项目|举措)(?:名称|内容|事项)?$|^(?:整改|工作|任务)内容$/,
  requirement: /^(?:工作|具体|任务|目标|整改)?(?:要求|标准|目标|内容|措施)$|^(?:具体|整改|工作)措施$/,
  units: /^(?:责任|落实|实施|承办|负责)(?:单位|部门|科室)/,
  lead: /^(?:牵头|主责|主办).{0,2}(?:单位|部门|科室)/,
  support: /^(?:配合|协办|协助|参与).{0,2}(?:单位|部门|科室)/,
  deadline: /时限|期限|完成时间|时间节点/,
} as const;
type Head = keyof typeof HEADS;

/** A dash in place of a unit or a date. */
const NONE = /^[—–\-－/／\s]+$/;

/** A row of each task table that names its unit. Numbers are given by whoever joins the lists. */
export function tableTasks(tables: readonly NoticeTable[]): NoticeTask[] {
  return tables.flatMap((table) => {
    const rows = filledDown(table);
    let head = rows.findIndex((row) => columnsOf(row) !== null);
    // Under 责任单位 a second row of heads may tell 牵头 and 配合 apart.
    while (head >= 0 && columnsOf(rows[head + 1] ?? []) !== null) head += 1;
    const columns = columnsOf(rows[head] ?? []);
    return columns ? readRows(rows, head + 1, columns) : [];
  });
}

/** Where each head stands; null when these are not the heads of a task table. */
function columnsOf(row: readonly string[]): ReadonlyMap<Head, number> | null {
  const columns = new Map<Head, number>();
  row.forEach((cell, column) => {
    const bare = cell.replace(/\s/g, '');
    const head = (Object.keys(HEADS) as Head[]).find((one) => !columns.has(one) && HEADS[one].test(bare));
    if (head) columns.set(head, column);
  });
  const isTasks = columns.has('task') && (columns.has('units') || columns.has('lead')) && !columns.has('target');
  return isTasks ? columns : null;
}

/** Cells under a vertical merge mean the same as its first. */
function filledDown({ rows, merges }: NoticeTable): string[][] {
  const filled = rows.map((row) => [...row]);
  for (const { top, left, bottom } of merges) {
    for (let row = top + 1; row <= bottom; row += 1) {
      const cells = filled[row];
      if (cells) cells[left] = filled[top]?.[left] ?? '';
    }
  }
  return filled;
}

function readRows(
  rows: readonly (readonly string[])[],
  from: number,
  columns: ReadonlyMap<Head, number>,
): NoticeTask[] {
  return rows.slice(from).flatMap((row) => {
    const cell = (head: Head): string => (row[columns.get(head) ?? -1] ?? '').trim().replace(NONE, '');
    const [task, lead, support] = [cell('task'), cell('lead'), cell('support')];
    const units = cell('units') || [lead, support].filter((part) => part !== '').join('、');
    // Heads stand again on every page.
    if (task === '' || units === '' || new Set(row).size === 1 || columnsOf(row) !== null) return [];
    return [{ seq: 0, task, requirement: cell('requirement'), units, lead, support, deadline: cell('deadline') }];
  });
}
