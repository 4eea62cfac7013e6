// Owns the functions for cells, =DABIAO.…; their description for Excel (functions.json) is made from the comments below.
// Holds nothing but the doors: the rules of judging are loaded when a cell first asks.
const load = () => import(/* webpackChunkName: "judge" */ './judge-cells');

/**
 * 判定一项指标：达标、未达标、未到期、缺数据、需人工判定或不适用。 Judges one indicator.
 * @customfunction VERDICT
 * @param target 目标值，如 ≥90%。 The target as it stands in the table.
 * @param actual 实际值。 The actual value.
 * @param [indicator] 评价指标的名称；目标值没有符号时据此判断方向。 The indicator's name; tells the direction of a bare number.
 * @param [history] 往年值，由旧到新；“逐年下降”等目标需要。 Earlier values, oldest first; trends need them.
 * @returns 结论。 The verdict.
 */
export async function verdict(
  target: unknown,
  actual: unknown,
  indicator?: string,
  history?: unknown[][],
): Promise<string> {
  return (await load()).verdict(target, actual, indicator, history);
}

/**
 * 用一句话说明判定的理由，带数字，可直接写进报告。 Says in one sentence, with the numbers, why the verdict is what it is.
 * @customfunction REASON
 * @param target 目标值，如 ≥90%。 The target as it stands in the table.
 * @param actual 实际值。 The actual value.
 * @param [indicator] 评价指标的名称；目标值没有符号时据此判断方向。 The indicator's name; tells the direction of a bare number.
 * @param [history] 往年值，由旧到新；“逐年下降”等目标需要。 Earlier values, oldest first; trends need them.
 * @returns 理由。 The reason.
 */
export async function reason(
  target: unknown,
  actual: unknown,
  indicator?: string,
  history?: unknown[][],
): Promise<string> {
  return (await load()).reason(target, actual, indicator, history);
}

/**
 * 写出目标值是怎样理解的，如“25%或持续降低”。 Says how a target is understood.
 * @customfunction TARGET
 * @param text 目标值。 The target as it stands in the table.
 * @param [indicator] 评价指标的名称；目标值没有符号时据此判断方向。 The indicator's name; tells the direction of a bare number.
 * @returns 理解后的目标值。 The target as understood.
 */
export async function target(text: unknown, indicator?: string): Promise<string> {
  return (await load()).target(text, indicator);
}
