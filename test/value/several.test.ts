// Owns which of several figures in a cell is the value, as the reading of the cell tells it.
import { cellOf } from '../../src/sheet/array-sheet';
import { readValue } from '../../src/value/read';
import { namesOtherRate, takeLacking } from '../../src/value/several';

function figures(text: string, indicator: string): string {
  const reading = readValue(cellOf(text), indicator);
  return reading.kind === 'amounts'
    ? reading.amounts.map(({ low, unit }) => `${low}${unit?.id ?? ''}`).join('; ')
    : reading.kind;
}

it.each([
  ['上半年3次，下半年2次，全年共5次', '健康讲座场次', '5次'],
  ['合计22座，新建8座、改建14座', '新建改建公厕数', '22座'],
  ['共建成8个，其中城区5个、乡镇2个', '体育公园数', '8个'],
  // No sum of the others, and no parts of it said.
  ['上半年3次，下半年2次，全年共6次', '健康讲座场次', '3次; 2次; 6次'],
  ['共建成8个，城区5个、乡镇2个', '体育公园数', '8个; 5个; 2个'],
  ['城区5个，共建成8个，其中乡镇2个', '体育公园数', '5个; 8个; 2个'],
  ['共建成5个，其中城区5个、乡镇2个', '体育公园数', '5个; 5个; 2个'],
  // Shares and different things are not added up.
  ['上半年3%，下半年2%，共5%', '漏损率', '3%; 2%; 5%'],
  ['新建3个，培训2人，共5个', '公园数', '3个; 2人; 5个'],
  ['至少3个，2个，共5个', '公园数', '3个; 2个; 5个'],
  ['抽检1256批次，不合格18批次，合格率98.57%', '食品抽检合格率', '98.57%'],
  ['抽检1256批次，达标率97%，合格率98.57%', '食品抽检合格率', '1256批次; 97%; 98.57%'],
  ['全区共有公厕126座，每万人3.6座', '每万人拥有公厕数', '3.6座'],
  ['全区共有公厕126座，每千人3.6座', '公厕数', '126座; 3.6座'],
  ['未达到95%，为93%', '达标率', '93%'],
  ['未达到95%，为96%', '达标率', '-Infinity%; 96%'],
])('%s of %s is %s', (text, indicator, expected) => {
  expect(figures(text, indicator)).toBe(expected);
});

it.each([
  ['东街96%、西街91%、南街待报', '东街96%、西街91%', ['南街']],
  ['东街96%、南街暂无、西街缺', '东街96%', ['南街', '西街']],
  ['东街96%、西街91%', '东街96%、西街91%', []],
])('%s lacks the parts that have no figure', (given, text, lacking) => {
  expect(takeLacking(given)).toEqual({ text, lacking });
});

it.each([
  ['污水管网覆盖率', '城市污水处理率', true],
  ['婴儿死亡率', '孕产妇死亡率', true],
  ['生活污水处理率', '城市污水处理率', false],
  ['全市,污水处理率', '城市污水处理率', false],
  ['城市污水处理率', '城市污水处理率', false],
  ['12345热线投诉办结率', '热线投诉办结率', false],
  ['覆盖率', '居家养老服务覆盖率', false],
  ['65岁以上老年人健康管理率', '老年人健康管理率', false],
  ['管网', '城市污水处理率', false],
  ['污水管网覆盖率', '', false],
])('%s beside %s is of another indicator: %s', (name, indicator, expected) => {
  const amount = { name, low: 96, high: 96, isLowOpen: false, isHighOpen: false, unit: null, text: '96%' };
  expect(namesOtherRate(amount, indicator)).toBe(expected);
});
