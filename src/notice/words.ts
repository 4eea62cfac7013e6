// Owns the words by which a notice is read: head words, numbering, labels of units and dates, verbs of duty. Data and plain look-ups.

/** Any opening and closing bracket: scanned and retyped notices mix their kinds. */
export const OPENING = '（(〔[【﹝{｛';
export const CLOSING = '）)〕]】﹞}｝';

const HEAD_WORD =
  /^(?:序号|编号|项次|№|类别|分类|项目|名称|单位|部门|备注|说明|内容|要求|措施|得分|分值|(?:.{0,8}(?:指标|目标|目标值|标准|标准值|内容|任务|要求|措施|时限|时间|期限|单位|部门|科室|名称|完成值|实际值|现状值|情况))|(?:责任|牵头|配合|主责).{0,6})$/;

/** Whether a cell reads like the head of a column. */
export function isHeadWord(text: string): boolean {
  const bare = text.replace(/\s/g, '');
  return bare.length <= 14 && readNumbering(bare) === null && HEAD_WORD.test(bare);
}

/** Depth of a written number in an official document, 1 the highest: `一、` `（一）` `1.` `（1）` `①`. */
const NUMBERINGS: readonly { readonly level: number; readonly pattern: RegExp }[] = [
  { level: 1, pattern: /^[一二三四五六七八九十百]{1,4}\s?[、．.]\s*/ },
  { level: 1, pattern: /^第[一二三四五六七八九十百\d]{1,4}(?:章|部分|条)\s*/ },
  { level: 2, pattern: /^[（(]\s?[一二三四五六七八九十百]{1,4}\s?[）)]\s*[、.．]?\s*/ },
  { level: 3, pattern: /^\d{1,3}\s?(?:[、．]|\.(?!\d))\s*/ },
  { level: 4, pattern: /^[（(]\s?\d{1,3}\s?[）)]\s*[、.．]?\s*/ },
  { level: 4, pattern: /^\d{1,3}[）)]\s*/ },
  { level: 5, pattern: /^[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]\s*/ },
  { level: 6, pattern: /^[●•·◆■▪-]\s+/ },
];

/** The number a line begins with and its depth; null when it has none. */
export function readNumbering(text: string): { readonly level: number; readonly length: number } | null {
  for (const { level, pattern } of NUMBERINGS) {
    const match = pattern.exec(text);
    if (match) return { level, length: match[0].length };
  }
  return null;
}

export type FieldRole = 'units' | 'lead' | 'support' | 'deadline' | 'person' | 'requirement';

/** Labels before a colon. `person` is known so that it ends the field before it. */
const LABELS: Readonly<Record<FieldRole, readonly string[]>> = {
  lead: ['牵头单位', '牵头部门', '牵头责任单位', '牵头科室', '主责单位', '主责部门', '主办单位', '主办部门', '牵头责任部门'],
  support: ['配合单位', '配合部门', '协办单位', '协办部门', '协助单位', '协助部门', '参与单位', '参加单位', '协同单位', '配合责任单位', '成员单位'],
  units: ['责任单位', '责任部门', '责任科室', '责任主体', '落实单位', '落实部门', '实施单位', '承办单位', '责任单位及部门', '责任处室', '负责单位', '负责部门'],
  deadline: ['完成时限', '完成时间', '完成期限', '整改时限', '整改期限', '时限要求', '时间要求', '办结时限', '时间节点', '时限', '工作时限', '时间安排'],
  requirement: ['工作职责', '主要职责'],
  person: ['责任人', '责任领导', '分管领导', '牵头领导', '包保领导', '牵头人', '联系人', '责任区领导', '牵头市领导', '牵头区领导', '牵头县领导'],
}; // prettier-ignore

const LABEL_ROLES = new Map<string, FieldRole>(
  (Object.entries(LABELS) as [FieldRole, readonly string[]][]).flatMap(([role, labels]) =>
    labels.map((label) => [label, role]),
  ),
);
const LABEL = new RegExp(
  `(${[...LABEL_ROLES.keys()].sort((a, b) => b.length - a.length).join('|')})\\s?[：:]\\s*`,
  'g',
);

export interface Label {
  readonly role: FieldRole;
  readonly start: number;
  /** Behind the colon. */
  readonly end: number;
}

/** Every label with its colon in a text, from left to right. */
export function findLabels(text: string): Label[] {
  return [...text.matchAll(LABEL)].map((match) => ({
    role: LABEL_ROLES.get(match[1] ?? '') ?? 'units',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const ORGANISATION_END =
  /(?:局|委|办|室|科|股|部|处|厅|署|中心|站|所|队|会|院|校|园|公司|集团|政府|街道|镇街|镇|乡|社区|村居|医院|银行|单位|部门|机构|企业|开发区|园区|新区|联盟|团委|妇联|工会|专班|指挥部|小组|领导组|学校|医疗机构|物业)$/;
/** End like an organisation and are none. */
const NO_ORGANISATION =
  /^(?:附件|组长|副组长|成员|成员单位|联系单位|主送单位|抄送单位|发文单位|制发单位|印发单位|有关部门意见|办公室)$/;
/** Between names; brackets are left out before. */
const NAME_BREAK = /[、，,；;／/\s]|以及|和|及|与/;

/** Whether a text is nothing but names of organisations: `社发局（爱卫办）` `各部门、各单位` `驻区中央企业和大型国有企业`. */
export function areOrganisations(text: string): boolean {
  const bare = withoutBrackets(text).trim();
  if (bare === '' || bare.length > 80 || NO_ORGANISATION.test(bare.replace(/\s/g, ''))) return false;
  const names = bare.split(NAME_BREAK).filter((name) => name !== '');
  const last = names.at(-1) ?? '';
  const isNamed = ORGANISATION_END.test(last) || /^各.{1,12}$/.test(last);
  return isNamed && names.every((name) => name.length <= 24 && !/[。：:！？“”《》]/.test(name));
}

/** The text without what stands in brackets (of any kind, nested). */
export function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

/** What a duty begins with, behind `商务局：`. */
export const DUTY_VERB =
  /^(?:主要|具体|统筹|依法|依职责|根据|按照|结合|依据|对|将|严格|全面|积极)?(?:负责|承担|牵头|配合|协助|组织|做好|抓好|加强|指导|开展|会同|督促|监督|制定|宣传|贯彻|落实|推进|推动|协调|参与|完成|履行|强化|健全|建立|提供|保障|实施|发挥|规范|规定|职责|巩固|提高|加大|把|对|将|按照|根据|相关规定)/;

export const SCHEDULE_SECTION =
  /(?:进度安排|实施步骤|工作步骤|时间安排|方法步骤|阶段安排|步骤安排|时间步骤|工作进度|推进步骤|步骤及时间|实施阶段|阶段划分|时间进度|工作安排及步骤)/;
export const DUTY_SECTION = /(?:职责|分工|责任分解|任务分解|责任落实)/;
