// Workbooks by exceljs and SheetJS.      node generate.js OUT
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';

const out = process.argv[2];
const content = JSON.parse(readFileSync(new URL('../users.json', import.meta.url), 'utf8'));
const when = new Date(Date.UTC(2026, 8, 1, 9));

// --- exceljs --------------------------------------------------------------------------------------------------------

function exceljsValue(cell) {
  if (cell === null || typeof cell === 'string') return cell;
  if ('number' in cell) return cell.number;
  if ('boolean' in cell) return cell.boolean;
  if ('runs' in cell) return { richText: [{ text: cell.runs[0] }, { font: { bold: true }, text: cell.runs[1] }] };
  return { formula: cell.formula, result: cell.result };
}

function exceljsFill(sheet, rows, headerRow) {
  for (const { row, cells } of rows) {
    const line = sheet.getRow(row);
    cells.forEach((cell, index) => {
      if (cell === null) return;
      const target = line.getCell(index + 1);
      target.value = exceljsValue(cell);
      if (typeof cell === 'string') target.numFmt = '@';
      if (cell.format) target.numFmt = cell.format;
      if (row === headerRow) target.font = { bold: true };
      if (typeof cell === 'string' && cell.includes('\n')) target.alignment = { wrapText: true };
    });
  }
}

function styleBlankRows(sheet) {
  for (const row of content.blankStyledRows)
    for (let column = 1; column <= 14; column++)
      sheet.getRow(row).getCell(column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEEEEE' } };
}

function exceljsBook() {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = when;
  return book;
}

async function exceljs() {
  let book = exceljsBook();
  let sheet = book.addWorksheet('Users');
  exceljsFill(sheet, content.english, 1);
  styleBlankRows(sheet);
  await book.xlsx.writeFile(`${out}/exceljs-users.xlsx`);

  book = exceljsBook();
  sheet = book.addWorksheet('Gebruikers');
  exceljsFill(sheet, content.dutch, 3);
  sheet.mergeCells('A1:M1');
  await book.xlsx.writeFile(`${out}/exceljs-gebruikers.xlsx`);

  book = exceljsBook();
  sheet = book.addWorksheet('Users');
  exceljsFill(sheet, content.english.slice(0, 6), 1);
  sheet.getCell('A3').value = new Date(Date.UTC(2026, 2, 1));              // a date
  sheet.getCell('A3').numFmt = 'dd-mm-yyyy';
  sheet.getCell('F4').value = { error: '#N/A' };                           // an error
  sheet.getCell('E5').value = { formula: 'LOWER("X@noordzee.example")' };  // a formula without a result
  sheet.getCell('I5').value = { formula: '1/0', result: { error: '#DIV/0!' } };
  sheet.getCell('K6').value = 1;                                           // a number as a flag
  sheet.getCell('J6').value = 'TRUE';                                      // the text TRUE as a flag
  sheet.getCell('B6').value = true;                                        // a boolean as a text
  await book.xlsx.writeFile(`${out}/exceljs-faults.xlsx`);
}

async function exceljsStreaming() {
  for (const [name, useSharedStrings] of [['exceljs-streaming-users', false], ['exceljs-streaming-shared-users', true]]) {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: `${out}/${name}.xlsx`, useStyles: true, useSharedStrings });
    book.created = book.modified = when;
    const sheet = book.addWorksheet('Users');
    exceljsFill(sheet, content.english, 1);
    styleBlankRows(sheet);
    sheet.commit();
    await book.commit();
  }
}

// --- SheetJS --------------------------------------------------------------------------------------------------------

function sheetjsCell(cell) {
  if (typeof cell === 'string') return { t: 's', v: cell, z: '@' };
  if ('number' in cell) return { t: 'n', v: cell.number, ...(cell.format && { z: cell.format }) };
  if ('boolean' in cell) return { t: 'b', v: cell.boolean };
  if ('runs' in cell) {
    const [first, second] = cell.runs;  // written as rich text only into shared strings
    return { t: 's', v: first + second, r: `<r><t>${first}</t></r><r><rPr><b/></rPr><t>${second}</t></r>` };
  }
  return { t: typeof cell.result === 'number' ? 'n' : 's', v: cell.result, f: cell.formula };
}

function sheetjs() {
  const sheet = {};
  for (const { row, cells } of content.english)
    cells.forEach((cell, column) => {
      if (cell !== null) sheet[XLSX.utils.encode_cell({ r: row - 1, c: column })] = sheetjsCell(cell);
    });
  sheet['!ref'] = 'A1:N19';
  const book = XLSX.utils.book_new();
  book.Props = { CreatedDate: when };
  XLSX.utils.book_append_sheet(book, sheet, 'Users');
  XLSX.writeFile(book, `${out}/sheetjs-users.xlsx`, { compression: true });
  XLSX.writeFile(book, `${out}/sheetjs-bookSST-users.xlsx`, { bookSST: true });
  XLSX.writeFile(book, `${out}/sheetjs-users.xlsb`, { compression: true });
  XLSX.writeFile(book, `${out}/sheetjs-users.xls`, { bookType: 'biff8' });
  XLSX.writeFile(book, `${out}/sheetjs-xml-2003.xls`, { bookType: 'xlml' });
}

await exceljs();
await exceljsStreaming();
sheetjs();
