// Owns taking an answer's clauses apart.
import {
  areCountsOnly,
  denialIn,
  happened,
  isDoneOften,
  leadingClause,
  withoutLesser,
  withoutPast,
} from '../../src/verdict/clauses';

it.each([
  ['往年有,今年没有', '今年没有'],
  ['上年2起,今年0起', '今年0起'],
  ['今年没有', '今年没有'],
  ['上年2起', '上年2起'],
  ['有,运行良好', '有,运行良好'],
  ['原有,后撤销,', '后撤销'],
])('%s is now %s', (text, now) => {
  expect(withoutPast(text)).toBe(now);
});

it.each([
  ['因疫情未开展', '未开展'],
  ['推迟到明年3月,今年未开展', '未开展'],
  ['均未建立', '未建立'],
  ['目前没有', '没有'],
  ['今年开展', '今年开展'],
  ['均无一例外', '均无一例外'],
])('%s denies %s', (text, denial) => {
  expect(denialIn(text)).toBe(denial);
});

it.each([
  ['已开展,参与2万人', '已开展', true],
  ['均已开展,无一遗漏', '均已开展', true],
  ['有,每个社区至少1处', '有', true],
  ['已建立,尚未运行', '已建立', false],
  ['已出台,计划修订', '已出台', false],
  ['有,仅一个', '有', false],
  ['有', '有', false],
])('%s begins with %s, untouched: %s', (text, first, isUntouched) => {
  expect(leadingClause(text)).toEqual({ first, isUntouched });
});

it.each([
  ['每月开展2次', '开展', true],
  ['全年开展6轮,检查单位320家', '开展', true],
  ['计划每月开展2次', '开展', false],
  ['开展0次', '开展', false],
  ['每月开展', '开展', false],
  ['2022年建成1期', '建成', false],
])('%s is done often (%s): %s', (text, verb, expected) => {
  expect(isDoneOften(text, verb)).toBe(expected);
});

it.each([
  ['3条,共12公里', true],
  ['5个', true],
  ['0个', false],
  ['3条,共0公里', false],
  ['3条在建', false],
])('%s counts what is there: %s', (text, expected) => {
  expect(areCountsOnly(text)).toBe(expected);
});

it.each([
  ['上半年无,下半年发生1起', true],
  ['发生一般事故1起', false],
  ['上年发生2起,今年无', false],
  ['发生0起', false],
  ['无', false],
])('%s happened: %s', (text, expected) => {
  expect(happened(text)).toBe(expected);
});

it.each([
  ['未发生重大事故,发生一般事故1起', '未发生重大事故'],
  ['一般事故2起', '一般事故2起'],
  ['未发生一般事故', '未发生一般事故'],
])('%s without the lesser is %s', (text, expected) => {
  expect(withoutLesser(text)).toBe(expected);
});
