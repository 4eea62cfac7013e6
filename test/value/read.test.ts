// Owns what an actual-value cell says, before any target is known: figures, units, bounds, notes, words, no value.
import fc from 'fast-check';
import { cellOf } from '../../src/sheet/array-sheet';
import { BLANK_CELL, type Cell } from '../../src/sheet/sheet';
import { readValue } from '../../src/value/read';
import type { Amount, ValueReading } from '../../src/value/value';

const read = (text: string | number | boolean, indicator = ''): ValueReading => readValue(cellOf(text), indicator);

/** `90)` is anything up to 90 without 90 itself. */
function figure({ name, low, high, isLowOpen, isHighOpen, unit }: Amount): string {
  const ends = low === high ? String(low) : `${low}..${high}`;
  const size = `${isLowOpen ? '(' : ''}${ends}${isHighOpen ? ')' : ''}`;
  return `${name === null ? '' : `${name} `}${size}${unit?.id ?? ''}`;
}

function figures(reading: ValueReading): string {
  return reading.kind === 'amounts' ? reading.amounts.map(figure).join('; ') : reading.kind;
}

it.each([
  ['95', '95'],
  ['95%', '95%'],
  ['９５％', '95%'],
  ['95.50%', '95.5%'],
  ['1,200人', '1200人'],
  ['1.2万人', '12000人'],
  ['百分之九十五', '95%'],
  ['九成五', '95%'],
  ['十万分之十八', '18/10万'],
  ['18.2/10万', '18.2/10万'],
  ['每10万17.2', '17.2/10万'],
  ['5.6‰', '5.6‰'],
  ['45/48', '93.75%'],
  ['8 6%', '86%'],
  ['.95', '0.95'],
  ['约95%', '95%'],
  ['95%左右', '95%'],
  ['90%以上', '90..Infinity%'],
  ['不足80%', '-Infinity..80)%'],
  ['超过90%', '(90..Infinity%'],
  ['超过90%以上', '(90..Infinity%'],
  ['90%以下', '-Infinity..90%'],
  ['不超过90%', '-Infinity..90%'],
  ['不低于90%', '90..Infinity%'],
  ['（95%）', '95%'],
  ['95（%）', '95%'],
  ['90至95', '90..95'],
  ['95%-90%', '90..95%'],
  ['-2', '-2'],
  ['增长率-2%', '增长率 -2%'],
  ['城区95%、农村不足80%', '城区 95%; 农村 -Infinity..80)%'],
  ['≥95%', '95..Infinity%'],
  ['90%-95%', '90..95%'],
  ['城区98%、乡镇95%', '城区 98%; 乡镇 95%'],
  ['平原32%、山区65%', '平原 32%; 山区 65%'],
  ['PM2.5 33、PM10 65', 'PM2.5 33; PM10 65'],
  ['2023年95%', '95%'],
  ['100%（46所）', '100%'],
  ['24.9%(2021年数据)', '24.9%'],
  ['由88%提升到92%', '92%'],
  ['92%，同比提高3个百分点', '92%'],
  ['54.3dB(A)', '54.3分贝'],
  ['33微克/立方米', '33微克/立方米'],
  ['6.5吨/月·平方公里', '6.5吨/月·平方公里'],
  ['7吨/(平方公里·月)', '7吨/平方公里·月'],
  ['每季度1次', '1次/季'],
  ['每学期7学时', '7小时/学期'],
  ['520盏', '520盏'],
  ['2.1万册', '21000册'],
  ['发现2处', '发现 2处'],
] as const)('%s holds %s', (text, expected) => expect(figures(read(text))).toBe(expected));

it.each([
  ['', 'none'],
  ['—', 'none'],
  ['/', 'none'],
  ['暂无', 'none'],
  ['待填', 'none'],
  ['N/A', 'none'],
  ['0/0', 'none'],
  ['见附件1', 'none'],
  ['正在统计', 'none'],
  ['12月底出数', 'none'],
  ['同上年', 'none'],
  ['无', 'words'],
  ['达标', 'words'],
  ['√', 'words'],
  ['接近95%', 'words'],
  ['《控制吸烟条例》', 'words'],
  ['2021年5月出台《控制吸烟条例》', 'odd'],
  ['有待出台', 'words'],
  ['提高3个百分点', 'change'],
  ['下降3.1%', 'change'],
  ['#DIV/0!', 'odd'],
  ['2024-03-05', 'odd'],
  ['预计95%', 'odd'],
  ['95%（预计）', 'odd'],
  ['约90%？', 'odd'],
  ['±2%', 'odd'],
  ['1,20%', 'odd'],
  ['附件3', 'none'],
] as const)('%s is %s', (text, kind) => expect(read(text).kind).toBe(kind));

it.each([
  ['提高3个百分点', 'up 3 个百分点', null],
  ['下降3.1%', 'down 3.1 %', null],
  ['同比减少5例', 'down 5 例', null],
  ['较2020年提高2%', 'up 2 %', 2020],
  ['比2021年下降1%', 'down 1 %', 2021],
  ['较上年增长1%', 'up 1 %', null],
] as const)('%s is a change: %s since %p', (text, change, year) => {
  const reading = read(text);
  if (reading.kind !== 'change') throw new Error(`read as ${reading.kind}`);
  expect([`${reading.move} ${reading.amount.low} ${reading.amount.unit?.id ?? ''}`, reading.year]).toEqual([
    change,
    year,
  ]);
});

it.each(['提高到95%', '由88%下降到82%', '下降至95%'])('%s is no change but where it came to', (text) => {
  expect(read(text).kind).toBe('amounts');
});

it.each([
  ['95%左右', '95%左右'],
  ['约95%', '约95%'],
  ['≥95%', '≥95%'],
  ['不足80%', '不足80%'],
  ['90%以上', '90%以上'],
  ['90%-95%', '90%-95%'],
  ['城区98%、乡镇约95%', '98% 约95%'],
  ['520盏', '520盏'],
  ['达到95%', '95%'],
] as const)('%s is shown as %s', (text, shown) => {
  const reading = read(text);
  expect(reading.kind === 'amounts' && reading.amounts.map((amount) => amount.text).join(' ')).toBe(shown);
});

it.each([
  ['去年95%', '', 'odd'],
  ['95%，去年93%', '', 'odd'],
  ['去年95%', '去年满意率', 'amounts'],
  ['最低85%', '卫生厕所普及率', 'odd'],
  ['最低85%', '卫生厕所普及率（以乡镇为单位）', 'amounts'],
  ['最高95%', '卫生厕所普及率（以乡镇为单位）', 'odd'],
  ['平均95%', '卫生厕所普及率（以乡镇为单位）', 'odd'],
  ['平均95%', '卫生厕所普及率', 'amounts'],
  ['未覆盖5%', '', 'odd'],
  ['95%未覆盖', '', 'odd'],
  ['95%的群众满意', '', 'amounts'],
  ['城区未覆盖5%、农村95%', '', 'odd'],
  ['农村95%、城区未覆盖5%', '', 'odd'],
  ['95%abc', '', 'odd'],
  ['城区95%、abc 90%', '', 'odd'],
  ['预计95%，目标97%', '', 'odd'],
  ['第3名', '', 'words'],
  ['目标90%，实际95%', '', 'amounts'],
  ['95%（预计）', '', 'odd'],
  ['88%（2021年数）', '', 'amounts'],
  ['88%（上年数）', '', 'odd'],
] as const)('%s for %p is %s', (text, indicator, kind) => expect(read(text, indicator).kind).toBe(kind));

it('cells without a figure have no caveats', () => {
  const cell: Cell = { kind: 'error', value: '#DIV/0!', text: '#DIV/0!', format: 'General', isFormula: true };
  const why = expect.objectContaining({ zh: '单元格为错误值 #DIV/0!' });
  expect(readValue(BLANK_CELL)).toEqual({ kind: 'none', raw: '', text: '', words: '', caveats: [] });
  expect(readValue(cell)).toEqual({ kind: 'odd', raw: '#DIV/0!', text: '#DIV/0!', caveats: [], why });
  expect(readValue({ ...cell, kind: 'boolean', value: true, text: 'TRUE' })).toEqual({
    kind: 'words',
    raw: 'TRUE',
    text: 'TRUE',
    caveats: [],
  });
  expect(readValue({ ...cell, kind: 'boolean', value: false, text: '假' })).toMatchObject({
    kind: 'words',
    text: 'FALSE',
  });
  expect(readValue({ ...cell, kind: 'date', value: 45356, text: '3月5日' }).caveats).toEqual([]);
  expect(readValue({ ...cell, kind: 'number', value: Infinity, text: '' }).kind).toBe('none');
});

it('reads a number cell as its format shows it', () => {
  const cell: Cell = { kind: 'number', value: 0.923, text: '92.3%', format: '0.0%', isFormula: true };
  expect(figures(readValue(cell))).toBe('92.3%');
  expect(figures(readValue({ ...cell, value: 5.6, text: '5.6‰', format: '0.0"‰"' }))).toBe('5.6‰');
  expect(figures(read(0.923))).toBe('0.923');
  expect(figures(readValue({ ...cell, value: 5.6, text: '5.6‰', format: '0.0\\‰' }))).toBe('5.6‰');
  expect(figures(readValue({ ...cell, value: 12, text: '12张', format: '0"张";-0"%"' }))).toBe('12张');
  expect(figures(readValue({ ...cell, value: 95, text: '95%', format: '0"%"' }))).toBe('95%');
  expect(readValue({ ...cell, value: 95, text: '95', format: '0' }).caveats).toEqual([]);
});

it('says what an odd cell holds', () => {
  const date: Cell = { kind: 'date', value: 45356, text: '3月5日', format: 'm"月"d"日"', isFormula: false };
  const reading = readValue(date);
  expect(reading.kind === 'odd' && reading.why.zh).toBe('单元格为日期 3月5日，不是数值');
});

it('keeps the words of no value for the reason', () => {
  const reading = read('见附件1');
  expect(reading.kind === 'none' && reading.words).toBe('见附件1');
  expect(readValue(BLANK_CELL)).toMatchObject({ kind: 'none', words: '' });
});

it.each([
  ['88%（未达标）', false],
  ['88%，未达标', false],
  ['95%（达标）', null],
] as const)('%s claims %p', (text, claim) => {
  const reading = read(text);
  expect(reading.kind === 'amounts' ? reading.claim : undefined).toBe(claim);
});

it.each([
  ['约95%', '实际值为约数'],
  ['100%（46所）', '实际值括注：46所'],
  ['8 6%', '实际值数字间有空格，按86%读取'],
] as const)('%s has the caveat %s', (text, caveat) => expect(read(text).caveats.map(({ zh }) => zh)).toContain(caveat));

it.each([
  ['95%', '', []],
  ['95%（）', '', []],
  ['道路（含小巷）装灯率95%', '道路装灯率', []],
  ['满意率95%', '满意率', []],
  ['城区98%、乡镇95%', '', []],
  ['95%，达标', '', []],
  ['95%（含小巷）', '', ['实际值括注：含小巷']],
  ['城区约98%、乡镇95%', '', ['实际值为约数']],
  ['最低85%', '普及率（以乡镇为单位）', ['实际值原文：最低85%']],
  ['92%，同比提高3个百分点', '', ['实际值原文：92%，同比提高3个百分点']],
  ['2023年95%', '', ['实际值注明年份：2023年95%']],
] as const)('%s of %p has the caveats %j', (text, indicator, caveats) =>
  expect(read(text, indicator).caveats.map(({ zh }) => zh)).toEqual(caveats),
);

it('takes the indicator before a figure for what it is', () => {
  expect(figures(read('群众满意率为92.5%', '群众满意率'))).toBe('92.5%');
});

it('never throws and never finds a figure where there is no digit', () => {
  const part = fc.constantFrom(
    '95',
    '%',
    '约',
    '以上',
    '、',
    '(',
    ')',
    '/',
    '城区',
    '.',
    '-',
    '年',
    '2023',
    '未',
    '《',
    '万',
    '盏',
    ' ',
    '·',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(part, { maxLength: 12 }).map((all) => all.join('')),
      ),
      (text) => {
        const reading = read(text, '满意率');
        const amounts = reading.kind === 'amounts' ? reading.amounts.length : 0;
        expect(amounts > 0 && !/[\p{N}〇零一二两三四五六七八九十百]/u.test(text.normalize('NFKC'))).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

it.each(['=1+1', '＝0.5+0.48', '=SUM(A1:A3)', '=表2!C7*100%'])('%s is a formula typed as a text, no figure', (text) => {
  const reading = read(text);
  expect(reading.kind === 'odd' && reading.why.zh).toContain('没有计算的公式');
});

it.each([
  ['=95%', '95%'],
  ['＝95', '95'],
])('%s with an equals sign before it is a figure', (text, expected) => expect(figures(read(text))).toBe(expected));
