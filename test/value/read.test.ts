// Owns what an actual-value cell says, before any target is known: figures, units, bounds, notes, words, no value.
import fc from 'fast-check';
import { cellOf } from '../../src/sheet/array-sheet';
import { BLANK_CELL, type Cell } from '../../src/sheet/sheet';
import { readValue } from '../../src/value/read';
import type { Amount, ValueReading } from '../../src/value/value';

const read = (text: string | number | boolean, indicator = ''): ValueReading => readValue(cellOf(text), indicator);

function figure({ name, low, high, unit }: Amount): string {
  const size = low === high ? String(low) : `${low}..${high}`;
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
  ['不足80%', '-Infinity..80%'],
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

it('reads a number cell as its format shows it', () => {
  const cell: Cell = { kind: 'number', value: 0.923, text: '92.3%', format: '0.0%', isFormula: true };
  expect(figures(readValue(cell))).toBe('92.3%');
  expect(figures(readValue({ ...cell, value: 5.6, text: '5.6‰', format: '0.0"‰"' }))).toBe('5.6‰');
  expect(figures(read(0.923))).toBe('0.923');
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
