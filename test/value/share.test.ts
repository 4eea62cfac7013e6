// Owns shares told in a sentence: what is divided, what is only set side by side, what is neither.
import { shareIn } from '../../src/value/share';

const RATE = '健康社区达标率';

it.each([
  ['48个社区中45个达标', RATE, '45/48 said'],
  ['48个社区中有45个达标', RATE, '45/48 said'],
  ['48个社区,45个已达标', RATE, '45/48 said'],
  ['48个社区中3个未达标', RATE, '45/48 said'],
  ['62所学校中尚有4所未建成', '无烟学校建成比例', '58/62 said'],
  ['210个小区中195个有物业服务', '物业服务覆盖率', '195/210 said'],
  ['每10户中有7户', '卫生厕所普及率', '7/10 said'],
  ['1.2万户中1万户已完成', '改造完成率', '10000/12000 said'],
  ['48个社区中48个达标', RATE, '48/48 said'],
  ['48个社区中0个达标', RATE, '0/48 said'],
  ['应种1236人,实种1221人', '疫苗接种率', '1221/1236'],
  ['应检3.2万户,已检3.1万户', '入户安检率', '31000/32000'],
  ['应改造23户,已改造21户', '危房改造完成率', '21/23'],
  ['抽检60份,合格55份', '抽检合格率', '55/60'],
  ['抽检60份,不合格3份', '抽检合格率', '57/60'],
  ['受理120件,办结118件', '投诉办结率', '118/120'],
  // No share of the indicator.
  ['48个社区中45个达标', '健康社区数', 'none'],
  ['48个社区中45个街道达标', RATE, 'none'],
  ['48个社区中45户达标', RATE, 'none'],
  ['45个社区中48个达标', RATE, 'none'],
  ['0个社区中0个达标', RATE, 'none'],
  ['应种1236人,实收1221人', '疫苗接种率', 'none'],
  ['应种1236人,实种1300人', '疫苗接种率', 'none'],
  ['抽检60份,罚款5份', '抽检合格率', 'none'],
  ['抽检60份,不达标3份', '抽检合格率', 'none'],
  ['抽检60份,合格55批', '抽检合格率', 'none'],
  ['受理120件', '投诉办结率', 'none'],
  [`48个${'社区'.repeat(40)}中45个达标`, RATE, 'none'],
])('%s of %s is %s', (text, indicator, expected) => {
  const share = shareIn(text, indicator);
  expect(share === null ? 'none' : `${share.part}/${share.whole}${share.isSaid ? ' said' : ''}`).toBe(expected);
});
