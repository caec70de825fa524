import { strToU8, zipSync, type Zippable } from 'fflate';

/** Tables as people really send them, made by hand for tests: what office programs write is only a part of it. */

export interface HandMadeSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands inside `<worksheet>`. */
  readonly xml: string;
}

export interface HandMade {
  readonly sheets: readonly HandMadeSheet[];
  readonly strings?: readonly string[];
  /** Number formats by style index; `0` is General. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Other or further parts; `null` leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly level?: 0 | 9;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function styles(formats: readonly (number | string)[]): string {
  const ids = formats.map((format, i) => (typeof format === 'string' ? 200 + i : format));
  const codes = formats.flatMap((format, i) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const cells = ids.map((id) => `<xf numFmtId="${id}"/>`).join('');
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`;
}

export function handMadeXlsx(book: HandMade): Buffer {
  const texts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${book.is1904 === true ? ' date1904="1"' : ''}/><sheets>${book.sheets
      .map(
        (s, i) =>
          `<sheet name="${s.name}" sheetId="${i + 1}"${s.state === undefined ? '' : ` state="${s.state}"`} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${book.sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId98" Type="${REL}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId99" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${(book.strings ?? []).join('')}</sst>`,
    'xl/styles.xml': styles(book.formats ?? [0]),
    ...Object.fromEntries(
      book.sheets.map((s, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}">${s.xml}</worksheet>`,
      ]),
    ),
    ...book.parts,
  };
  const files: Zippable = {};
  for (const [name, text] of Object.entries(texts)) {
    if (text !== null) files[name] = typeof text === 'string' ? strToU8(text) : text;
  }
  return Buffer.from(zipSync(files, { level: book.level ?? 9 }));
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;');

/** A cell of inline text, a number with a style, or nothing. */
export const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
export const numeric = (reference: string, raw: string | number, style = 0): string =>
  `<c r="${reference}" s="${style}"><v>${raw}</v></c>`;

/**
 * A roster with everything that makes rosters hard: a title over all columns, a unit line, a header
 * of two merged lines with line breaks, real dates and dates as text, full-width digits, blanks in
 * names, an identity number turned into a number, a covered column, a hidden sheet, a totals line.
 */
export const messyRoster = (): Buffer =>
  handMadeXlsx({
    formats: [0, 14, 'yyyy"年"m"月"d"日"', '@'],
    sheets: [
      {
        name: '说明',
        state: 'hidden',
        xml: `<sheetData><row r="1">${inline('A1', '填表说明')}</row></sheetData>`,
      },
      {
        name: '党员名册',
        xml: `<dimension ref="A1:H9"/><sheetData>
          <row r="1">${inline('A1', '某某镇某某村党支部党员花名册')}</row>
          <row r="2">${inline('A2', '填报单位：某某村党支部　　截止 2026.06')}</row>
          <row r="3">${inline('A3', '序\n号')}${inline('B3', '姓　名')}${inline('C3', '基本情况')}${inline('F3', '党籍情况')}${inline('H3', '所在\n党小组')}</row>
          <row r="4">${inline('C4', '身份\n证号')}${inline('D4', '出生日期')}${inline('E4', '手机')}${inline('F4', '入党\n时间')}${inline('G4', '转正时间')}</row>
          <row r="5">${numeric('A5', 1)}${inline('B5', '王 小 明')}${inline('C5', '11010519491231002X')}${numeric('D5', 18264, 1)}${inline('E5', '１３９００００１１１１')}${inline('F5', '1998.07')}${inline('G5', '19990701')}${inline('H5', '第一小组')}</row>
          <row r="6">${numeric('A6', 2)}${inline('B6', '买买提·艾力')}${numeric('C6', '1.10105194912310E+17')}${numeric('D6', 31959, 2)}${numeric('E6', '13900002222')}${inline('F6', '1998年7月1日')}${numeric('G6', '36342.5', 1)}</row>
          <row r="7" hidden="1">${numeric('A7', 3)}${inline('B7', '李四')}${inline('F7', '不详')}</row>
          <row r="8"><c r="A8" s="3"/><c r="B8" s="3"/></row>
          <row r="9">${inline('A9', '合计')}${inline('B9', '3人')}</row>
        </sheetData><mergeCells count="7"><mergeCell ref="A1:H1"/><mergeCell ref="A2:H2"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:E3"/><mergeCell ref="F3:G3"/><mergeCell ref="H3:H4"/><mergeCell ref="H5:H7"/></mergeCells>`,
      },
    ],
  });
