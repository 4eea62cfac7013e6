// Owns the numbers of the national standards that targets name, so that either may stand for the other. Data only.

const NUMBERS: readonly { readonly number: string; readonly name: string }[] = [
  { number: '5749', name: '生活饮用水卫生标准' },
  { number: '3095', name: '环境空气质量标准' },
  { number: '3096', name: '声环境质量标准' },
  { number: '3838', name: '地表水环境质量标准' },
  { number: '18466', name: '医疗机构水污染物排放标准' },
  { number: '18918', name: '城镇污水处理厂污染物排放标准' },
  { number: '16889', name: '生活垃圾填埋场污染控制标准' },
  { number: '18485', name: '生活垃圾焚烧污染控制标准' },
  { number: '37487', name: '公共场所卫生管理规范' },
  { number: '37488', name: '公共场所卫生指标及限值要求' },
  { number: '27770', name: '病媒生物密度控制水平 鼠类' },
  { number: '27771', name: '病媒生物密度控制水平 蚊虫' },
  { number: '27772', name: '病媒生物密度控制水平 蝇类' },
  { number: '27773', name: '病媒生物密度控制水平 蜚蠊' },
];

/** `GB5749-2022`, `GB/T 27770-2011`. */
const NUMBERED = /GB(?:\/T)? ?(\d{4,5})(?:\.\d+)?(?:[-—]\d{4})?/g;

/** The text with a standard's name for its number; numbers that are not listed stay. */
export function withStandardNames(text: string): string {
  return text.replace(NUMBERED, (whole, number: string) => {
    const known = NUMBERS.find((record) => record.number === number);
    return known === undefined ? whole : `《${known.name}》`;
  });
}
