import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openBook, openPasted, readTable, type SheetLimits } from './index.ts';
import { handMadeXlsx, inline, messyRoster, type HandMade } from './test-files.ts';

async function codeOf(source: Uint8Array | string, limits: Partial<SheetLimits> = {}) {
  const book = await openBook(source, limits);
  const result = book.ok ? await readTable(book.value) : book;
  return result.ok ? 'read' : `${result.refusal.code} ${JSON.stringify(result.refusal.params)}`;
}

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
const sheet = (xml: string, more: Partial<HandMade> = {}) =>
  handMadeXlsx({ sheets: [{ name: 'a', xml }], ...more });
const rows = (count: number) =>
  `<sheetData>${Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${inline(`A${i + 1}`, 'x')}</row>`).join('')}</sheetData>`;

describe('told by content, not by name', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'sheet.empty {}'],
    ['blanks', Buffer.from(' \n\n'), 'sheet.empty {}'],
    [
      'a program',
      Buffer.from(`MZ\x90\0${'\0'.repeat(500)}PE\0\0`, 'latin1'),
      'sheet.not_a_table {}',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'sheet.not_a_table {}'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'sheet.not_a_table {}'],
    ['any zip file', zipSync({ 'a.txt': strToU8('a') }), 'sheet.not_a_table {}'],
    ['an .xls of 1997', ole('Workbook'), 'sheet.save_as_xlsx {"format":".xls"}'],
    ['an .xls of 1995', ole('Book'), 'sheet.save_as_xlsx {"format":".xls"}'],
    ['a .doc', ole('WordDocument'), 'sheet.not_a_table {}'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'sheet.encrypted {}'],
    [
      'a web page named .xls',
      Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
      'sheet.save_as_xlsx {"format":"网页或 XML 表格"}',
    ],
    [
      'an .ods',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }),
      'sheet.save_as_xlsx {"format":".ods"}',
    ],
    [
      'a .docx',
      sheet('', {
        parts: {
          '[Content_Types].xml':
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
          'word/document.xml': '<document/>',
        },
      }),
      'sheet.not_a_table {}',
    ],
    [
      'an .xlsb',
      sheet('', {
        parts: {
          '[Content_Types].xml':
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        },
      }),
      'sheet.save_as_xlsx {"format":".xlsb"}',
    ],
    ['a workbook without rows', sheet('<sheetData/>'), 'sheet.empty {}'],
    [
      'a workbook with hidden sheets only',
      handMadeXlsx({ sheets: [{ name: 'a', state: 'veryHidden', xml: rows(3) }] }),
      'sheet.empty {}',
    ],
  ])('%s', async (_, file, code) => {
    expect(await codeOf(file)).toBe(code);
  });
});

describe('limits', () => {
  test('of the file, also by its path without reading it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhibu-sheet-'));
    const path = join(folder, 'a.xlsx');
    await writeFile(path, Buffer.alloc(3 * 1024 * 1024));
    expect(await codeOf(path, { bytes: 2 * 1024 * 1024 })).toBe(
      'sheet.too_large {"size":3,"limit":2}',
    );
    await writeFile(path, messyRoster());
    expect(await codeOf(path)).toBe('read');
    await rm(folder, { recursive: true });
  });

  test('of rows, columns and cells', async () => {
    expect(await codeOf(sheet(rows(3)), { rows: 3 })).toBe('read');
    expect(await codeOf(sheet(rows(4)), { rows: 3 })).toBe('sheet.too_many_rows {"limit":3}');
    const wide = `<sheetData><row r="7">${inline('A7', 'x')}${inline('D7', 'y')}</row></sheetData>`;
    expect(await codeOf(sheet(wide), { columns: 4 })).toBe('read');
    expect(await codeOf(sheet(wide), { columns: 3 })).toBe(
      'sheet.too_many_columns {"cell":"D7","limit":3}',
    );
    const long = `<sheetData><row r="7">${inline('B7', '长'.repeat(11))}</row></sheetData>`;
    expect(await codeOf(sheet(long), { cellLength: 10 })).toBe(
      'sheet.cell_too_long {"cell":"B7","limit":10}',
    );
    expect(await codeOf(Buffer.from('a\nb\nc\n'), { rows: 2 })).toBe(
      'sheet.too_many_rows {"limit":2}',
    );
    expect(await codeOf(Buffer.from('a,b,c\n'), { columns: 2 })).toBe(
      'sheet.too_many_columns {"cell":"C1","limit":2}',
    );
    expect(await codeOf(Buffer.from(`a\nb,"${'x'.repeat(99)}`), { cellLength: 10 })).toBe(
      'sheet.cell_too_long {"cell":"B2","limit":10}',
    );
  });

  test('a merged range over the whole sheet costs nothing', async () => {
    const xml = `${rows(3)}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
    const book = await openBook(sheet(xml));
    const table = book.ok ? await readTable(book.value) : book;
    expect(table.ok && table.value.rows.map((row) => row.cells.length)).toEqual([256, 256, 256]);
  });
});

describe('unpacked size', () => {
  const blanks = strToU8(' '.repeat(8 * 1024 * 1024));
  const bomb = sheet(rows(1), { parts: { 'xl/media/image1.png': blanks } });

  test('what the directory states is refused before anything is unpacked', async () => {
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(await codeOf(bomb, { unpackedBytes: 4 * 1024 * 1024 })).toBe(
      'sheet.unpacked_too_large {"limit":4}',
    );
    const stated = Buffer.from(bomb);
    // Two gigabytes stated for one part, without having them.
    const entry = stated.lastIndexOf(Buffer.from('xl/media/image1.png')) - 46;
    stated.writeUInt32LE(2 ** 31, entry + 24);
    expect(await codeOf(stated)).toBe('sheet.unpacked_too_large {"limit":300}');
  });

  test('a directory that states too little is noticed while unpacking', async () => {
    const file = sheet(`<sheetData/>${' '.repeat(8 * 1024 * 1024)}`);
    const entry = file.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    const lying = Buffer.from(file);
    lying.writeUInt32LE(1024 * 1024, entry + 24);
    expect(await codeOf(lying, { unpackedBytes: 4 * 1024 * 1024 })).toBe(
      'sheet.unpacked_too_large {"limit":1}',
    );
  });
});

describe('damaged files', () => {
  test.each([
    ['no end record', messyRoster().subarray(0, 3000)],
    ['rows that run backwards', sheet('<sheetData><row r="2"/><row r="1"/></sheetData>')],
    ['XML that does not close', sheet('<sheetData><row r="1">')],
    ['entities of its own', sheet(`${rows(1)}<a>&boom;</a>`)],
    [
      'a cell at no column',
      sheet('<sheetData><row r="1"><c r="11"><v>1</v></c></row></sheetData>'),
    ],
  ])('%s', async (_, file) => {
    expect(await codeOf(file)).toBe('sheet.damaged {}');
  });

  test('whatever bytes change, the answer is a table or a refusal', async () => {
    const good = messyRoster();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bad = Buffer.from(good);
          for (const [at, byte] of changes) bad[at] = byte;
          const code = (await codeOf(bad)).split(' ')[0] ?? '';
          expect(code === 'read' || code.startsWith('sheet.')).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('any pasted text is read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('a', '张', ',', ';', '\t', '"', '\n', '\r', "'", '=', ' '),
        }),
        async (text) => {
          const table = await readTable(openPasted(text));
          expect(table.ok || table.refusal.code === 'sheet.empty').toBe(true);
        },
      ),
    );
  });
});
