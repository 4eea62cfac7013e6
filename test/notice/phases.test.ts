// Phases and dates as notices write them.
import { findDeadlines, findPeriod } from '../../src/notice/dates';
import { readNotice, readPlainText } from '../../src/notice/read';

test.each([
  ['（2023年4月—7月）', '2023年4月', '2023年7月'],
  ['（2023年8月—2024年3月）', '2023年8月', '2024年3月'],
  ['（2024 年2 月）', '2024年2月', '2024年2月'],
  ['（2024 年4 月—年底）', '2024年4月', '2024年底'],
  ['2023年4月1日至20日', '2023年4月1日', '2023年4月20日'],
  ['2023年4月1日-5月10日', '2023年4月1日', '2023年5月10日'],
  ['2023年3月上旬～4月底', '2023年3月上旬', '2023年4月底'],
  ['2023.4-2023.7', '2023.4', '2023.7'],
  ['2024年5月起至长期', '2024年5月', '长期'],
  ['4月—6月', '4月', '6月'],
])('%s runs from %s to %s', (text, from, to) => {
  expect(findPeriod(text)).toMatchObject({ from, to });
});

test.each([
  ['2023年8月底前向省爱卫会提交', ['2023年8月底前']],
  ['于2023年7月10日前上报，9月 5 日之前反馈', ['2023年7月10日前', '9月5日之前']],
  ['2025年底前全面达标', ['2025年底前']],
  ['年底前完成', ['年底前']],
  ['每月25日前报送', ['每月25日前']],
  ['2020年以前建成的小区；会前、此前', []],
])('due dates of %s', (text, expected) => {
  expect(findDeadlines(text)).toEqual(expected);
});

interface Case {
  readonly text: string;
  /** name | from | to | beginning of its text */
  readonly phases: readonly string[];
}
const CASES: readonly Case[] = [
  {
    text: '五、实施步骤\n（一）自查达标阶段（2023年4月—7月）。\n1. 动员部署。开会。\n2. 整治。\n（二）考核阶段（2023年8月）\n1.申报。',
    phases: ['自查达标阶段|2023年4月|2023年7月|动员部署。开会。\n整治。', '考核阶段|2023年8月|2023年8月|申报。'],
  },
  {
    text: '三、工作步骤\n（一）组织发动。召开会议。\n（二）迎接评审。整改。\n四、工作要求\n（一）加强领导。',
    phases: ['组织发动|||召开会议。', '迎接评审|||整改。'],
  },
  {
    text: '第一阶段：动员部署（2023年4月—5月）。召开会议。',
    phases: ['第一阶段：动员部署|2023年4月|2023年5月|召开会议。'],
  },
  { text: '（一）动员部署阶段：2023年4月—5月。召开会议。', phases: ['动员部署阶段|2023年4月|2023年5月|召开会议。'] },
  { text: '材料于2023年7月10日前报送。其余照旧。', phases: ['时间节点||2023年7月10日|材料于2023年7月10日前报送。'] },
  { text: '一、工作目标\n2024年完成创建。', phases: [] },
];
test.each(CASES)('$text', ({ text, phases }) => {
  const found = readNotice(readPlainText(text)).phases;
  expect(found.map(({ name, from, to, text: body }) => [name, from, to, body].join('|'))).toEqual(phases);
});
