// Owns what stands above the rows of every sheet sent out: whose it is, by when and to whom it goes back. Must not know the rows.
import type { DepartmentRole } from '../department/department';
import type { LookName } from '../workbook/looks';
import type { Block } from '../workbook/port';

export interface CoverOptions {
  /** 报送截止, as it is to be shown: `2023年12月25日`. */
  readonly deadline?: string;
  /** Whom to send it back to: `区爱卫办 张三 0533-…`. */
  readonly returnTo?: string;
}

export interface Cover extends CoverOptions {
  readonly title: string;
  readonly department: string;
  /** How to fill it in. */
  readonly advice: string;
}

/** Rows that the cover takes; the heads stand below. */
export const COVER_ROWS = 4;
export const COVER_HEIGHTS = [
  { row: 0, points: 30 },
  { row: 2, points: 22 },
] as const;

const BLANK_TO_WRITE = '\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000';

export function coverBlocks({ title, department, advice, deadline, returnTo }: Cover): Block[] {
  const line = (row: number, text: string, look: LookName): Block => ({ top: row, left: 0, values: [[text]], look });
  const parts = [
    `填报单位：${department}`,
    `报送截止：${deadline ?? BLANK_TO_WRITE}`,
    ...(returnTo ? [`报送至：${returnTo}`] : []),
  ];
  return [
    line(0, title, 'title'),
    line(1, parts.join('\u3000\u3000'), 'note'),
    line(2, `联系人：${BLANK_TO_WRITE}联系电话：${BLANK_TO_WRITE}`, 'input'),
    line(3, advice, 'note'),
  ];
}

const ROLE_LABELS: Readonly<Record<DepartmentRole, string>> = { lead: '牵头', joint: '共同', support: '配合' };

/** `others` are the roles of all of the row's departments. Nobody is joint alone. */
export function roleLabel(role: DepartmentRole, others: readonly DepartmentRole[]): string {
  const isAlone = others.filter((one) => one !== 'support').length === 1;
  return role === 'joint' && isAlone ? '责任' : ROLE_LABELS[role];
}
