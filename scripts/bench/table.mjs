// Owns the benchmark's input: an indicator table of n rows and 8 columns, written by ExcelJS.
import ExcelJS from 'exceljs';

const TARGETS = ['≥90%', '≤18/10万或持续降低', '>38.5%', '逐年下降', '100%', '≥16小时', '有', '≥23%或持续提升'];
const DEPARTMENTS = ['区卫生健康局', '区综合行政执法局、区商务局', '区教育和体育局 区卫生健康局', '区市场监督管理局'];

/** A target whose number no other row has. */
const ownTarget = (target, index) => target.replace(/\d+(\.\d+)?/, String(1 + index / 1000));

/** `targets`: `repeated`, as tables repeat them, or `own`, where every number differs. */
export async function writeBenchTable(path, rows, targets = 'repeated') {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = book.addWorksheet('指标');
  sheet.addRow(['序号', '评价指标', '目标值', '责任部门', '2021年', '2022年', '2023年完成值', '备注']).commit();
  for (let index = 0; index < rows; index += 1) {
    const value = 80 + ((index * 7) % 200) / 10;
    const target = TARGETS[index % TARGETS.length];
    sheet
      .addRow([
        index + 1,
        `第${index + 1}项工作完成率`,
        targets === 'own' ? ownTarget(target, index) : target,
        DEPARTMENTS[index % DEPARTMENTS.length],
        value + 2,
        value + 1,
        index % 8 === 6 ? '有' : value,
        index % 5 === 0 ? '本指标适用于城市' : '',
      ])
      .commit();
  }
  await book.commit();
}
