import { strFromU8, unzipSync } from 'fflate';
import { noticeDocuments } from '../../src/jobs/notices';
import { NATIONAL_2021 } from '../../src/standard/national-2021';
import { judgedTable, TOWN, type RowSketch } from '../report/support';

const town = [judgedTable(TOWN)];
const parts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const textOf = (xml: string): string => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

test('one file a department with failures, worst first, and the 通报', async () => {
  const files = await noticeDocuments(town, { profile: 'city' });
  expect(files.map(({ name }) => name)).toEqual([
    '整改通知单-区城管局.docx',
    '整改通知单-区卫健局.docx',
    '情况通报.docx',
  ]);
});

test('laid out as an official paper', async () => {
  const [file] = await noticeDocuments(town, {
    profile: 'city',
    programme: '国家卫生城市',
    office: '区爱卫办',
    deadline: '2024年6月30日',
  });
  const xml = parts(file!.bytes)['word/document.xml']!;
  expect(xml).toContain('w:eastAsia="方正小标宋简体"');
  expect(xml).toContain('w:eastAsia="仿宋"');
  expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/);
  // 3.7, 3.5, 2.8 and 2.6 cm in twentieths of a point
  expect(xml).toMatch(/<w:pgMar[^>]*w:top="2098"[^>]*w:right="1474"[^>]*w:bottom="1984"[^>]*w:left="1587"/);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  const text = textOf(xml);
  expect(text).toContain('关于国家卫生城市数据评价指标未达标问题的整改通知单');
  expect(text).toContain('区城管局：');
  expect(text).toContain('你单位承担的 2 项指标中，未达标 2 项。');
  expect(text).toContain('实际 10 小时，低于目标 ≥12小时，差 2 小时');
  expect(text.lastIndexOf('整改回执')).toBeGreaterThan(text.indexOf('\n区爱卫办\n'));
  expect(text).toMatch(/\u3000+年\u3000+月\u3000+日/u);
});

test('the programme is named only where the table is the programme’s', async () => {
  const national = [
    judgedTable(
      NATIONAL_2021.map(({ name, city }): RowSketch => ({ indicator: name, target: city, verdict: 'missing' })),
    ),
  ];
  const title = async (tables: typeof town, profile: 'city' | 'county') => {
    const files = await noticeDocuments(tables, { profile });
    return textOf(parts(files.at(-1)!.bytes)['word/document.xml']!).split('\n')[0];
  };
  expect(await title(national, 'city')).toBe('关于国家卫生城市数据评价指标达标情况的通报');
  expect(await title(national, 'county')).toBe('关于国家卫生县数据评价指标达标情况的通报');
  expect(await title([judgedTable([{ indicator: '公交分担率', verdict: 'met' }])], 'city')).toBe(
    '关于数据评价指标达标情况的通报',
  );
});

test('names that clash or hold forbidden characters get safe files; odd characters do not break the paper', async () => {
  const failing = (departments: string): RowSketch => ({ indicator: '甲\u0001<&>\n乙', verdict: 'unmet', departments });
  const files = await noticeDocuments([judgedTable([failing('a局'), failing('A局'), failing('区局:环卫')])], {
    profile: 'city',
  });
  expect(files.map(({ name }) => name)).toEqual([
    '整改通知单-A局.docx',
    '整改通知单-a局 (2).docx',
    '整改通知单-区局 环卫.docx',
    '情况通报.docx',
  ]);
  const xml = parts(files[0]!.bytes)['word/document.xml']!;
  expect(xml).toContain('甲&lt;&amp;&gt;');
  expect(xml).toContain('<w:br/>');
  expect(xml).not.toContain('\u0001');
});
