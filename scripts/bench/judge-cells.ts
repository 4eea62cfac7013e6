// Owns the bench of reading a file against judging its targets: a hundred thousand rows at a time, CPU seconds as JSON.
import { readFileSync } from 'node:fs';
import { recogniseTables } from '../../src/table/recognise';
import { judgeRow } from '../../src/verdict/judge';
import { openFile } from '../../src/workbook/file';

const [, , file = '', times = '1'] = process.argv;

function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function read() {
  const sheet = openFile(new Uint8Array(readFileSync(file)), file).snapshot().sheets[0];
  if (!sheet) throw new RangeError(`${file} has no sheet`);
  let characters = 0;
  for (let row = 0; row < sheet.rowCount; row += 1)
    for (let column = 0; column < sheet.columnCount; column += 1) characters += sheet.cell(row, column).text.length;
  if (characters === 0) throw new RangeError(`${file} is empty`);
  return sheet;
}

const { tables } = recogniseTables(read(), { profile: 'city' });
const cost = { cells: 0, reading: 0, judging: 0 };
for (let time = 0; time < Number(times); time += 1) {
  cost.reading += seconds(read);
  cost.judging += seconds(() => {
    for (const { rows, actualYear, targetYear } of tables) {
      for (const row of rows) judgeRow(row, { profile: 'city', actualYear, targetYear });
      cost.cells += rows.length;
    }
  });
}
console.log(JSON.stringify(cost));
