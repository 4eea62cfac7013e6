import { circular, rectificationNotices, type DocumentBlock, type OfficialDocument } from '../../src/report/notices';
import { judgedTable, TOWN } from './support';

const town = [judgedTable(TOWN)];
const options = { programme: '国家卫生城市', office: '区爱卫办', deadline: '2024年6月30日' };
const texts = ({ blocks }: OfficialDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
const tables = ({ blocks }: OfficialDocument) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const column = (table: Extract<DocumentBlock, { kind: 'table' }>, head: string): string[] =>
  table.rows.map((row) => row[table.head.indexOf(head)] ?? '');

describe('整改通知单', () => {
  const notices = rectificationNotices(town, options);

  test('one for each department with an indicator not met, worst first, and no other', () => {
    expect(notices.map(({ name, addressee }) => [name, addressee])).toEqual([
      ['整改通知单-区城管局', '区城管局：'],
      ['整改通知单-区卫健局', '区卫健局：'],
    ]);
  });

  test('title, figures and request', () => {
    const [, notice] = notices;
    expect(notice?.title).toBe('关于国家卫生城市数据评价指标未达标问题的整改通知单');
    expect(texts(notice!)).toEqual([
      '经对照国家卫生城市数据评价指标目标值逐项核对，你单位承担的 3 项指标中，达标 1 项，未达标 1 项，未到期 1 项。现将未达标的 1 项指标通知如下：',
      '请逐项分析原因，制定整改措施，明确责任人，于2024年6月30日前完成整改，并将《整改回执》及佐证材料报送区爱卫办。',
      '上述指标中有 1 项涉及多个单位，请与表列单位会商，协调推进整改。',
      '另有 1 项指标尚未到期，请按计划推进：“每万常住人口全科医生数”。',
    ]);
  });

  test('the list holds the failing rows only, with the department’s own part in each', () => {
    const [list] = tables(notices[0]!);
    expect(column(list!, '指标')).toEqual(['群众对卫生状况满意率', '街巷路面每日保洁时间']);
    expect(column(list!, '差距')).toEqual(['低 1.5 个百分点', '低 2 小时']);
    expect(column(list!, '你单位职责（其他责任单位）')).toEqual(['共同（区卫健局）', '共同']);
  });

  test('the reply slip repeats the indicators and leaves the answers blank', () => {
    const { reply } = notices[0]!;
    expect(reply?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['1', '群众对卫生状况满意率', ''],
      ['2', '街巷路面每日保洁时间', ''],
    ]);
  });

  test('without office and deadline there are places to fill in', () => {
    const [notice] = rectificationNotices(town, { programme: '国家卫生县' });
    expect(notice?.office).toBe('（发文单位）');
    expect(texts(notice!)[1]).toMatch(/于\u3000+年\u3000+月\u3000+日前完成整改/u);
  });
});

describe('情况通报', () => {
  const report = circular(town, options);

  test('sections are numbered and the figures are those of the tables', () => {
    expect(texts(report)).toEqual([
      '一、总体情况',
      '本次共核对 8 项指标，达标 2 项，未达标 2 项，未到期 1 项，缺数据 1 项，需人工判定 1 项，不适用 1 项，达标率 28.6%（达标÷（指标数－不适用））。',
      '二、未达标指标',
      '未达标 2 项，具体如下：',
      '三、尚未确定达标与否的指标',
      '缺数据 1 项：“15岁以上人群吸烟率”。',
      '需人工判定 1 项：“中小学生近视率”。',
      '未到期 1 项：“每万常住人口全科医生数”。',
      '四、各部门情况',
      '共同承担的指标在各部门分别计数，合计中每项指标只计一次。',
      '有 1 项指标未列责任部门：“人均公园绿地面积”。',
      '五、达标率排名',
      expect.stringContaining('名次并列'),
      '六、下一步工作',
      '请各责任部门对照未达标指标逐项整改，于2024年6月30日前完成；及时报送尚缺的数据；核实需人工判定的指标；按计划推进未到期的指标；巩固已达标指标。',
    ]);
    const [unmet, departments, ranking] = tables(report);
    expect(column(unmet!, '指标')).toHaveLength(2);
    expect(departments?.rows.at(-1)).toEqual(['合计（每项指标计一次）', '8', '2', '2', '1', '1', '1', '1', '28.6%']);
    expect(column(ranking!, '名次')).toEqual(['1', '2', '2']);
  });

  test('red and black only with thresholds', () => {
    expect(texts(report).join('')).not.toMatch(/红榜|黑榜/u);
    const withLists = texts(circular(town, { ...options, thresholds: { red: 0.9, black: 0.3 } }));
    expect(withLists).toContain('达标率 90.0% 及以上列入红榜，低于 30.0% 且有未达标指标的列入黑榜，其余不列名。');
    expect(withLists).toContain('红榜：无。');
    expect(withLists).toContain('黑榜：区城管局。');
  });

  test('nothing failed: it says so, and asks for nothing that is not needed', () => {
    const fine = circular([judgedTable([{ indicator: '甲', verdict: 'met', departments: '区卫健局' }])], options);
    expect(texts(fine)).toContain('本次未发现未达标指标。');
    expect(texts(fine).at(-1)).toBe('请各责任部门巩固已达标指标。');
  });

  test('no words of blame', () => {
    const all = JSON.stringify([report, rectificationNotices(town, options)]);
    expect(all).not.toMatch(/不力|问责|批评|严肃|失职|落后|重视不够|责令/u);
  });
});
