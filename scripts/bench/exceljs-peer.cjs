// Owns the peer that the product is measured against: ExcelJS reads a workbook, fills one new column, saves.
const ExcelJS = require('exceljs');

const [, , input, output] = process.argv;
const book = new ExcelJS.Workbook();
void book.xlsx.readFile(input).then(() => {
  const sheet = book.worksheets[0];
  const column = sheet.columnCount + 1;
  sheet.eachRow((row) => {
    row.getCell(column).value = '达标';
  });
  return book.xlsx.writeFile(output);
});
