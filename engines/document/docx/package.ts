import PizZip from 'pizzip';
import { fontTableXml } from './fonts.ts';

/** Every part of the package carries this time, so equal documents give equal bytes. */
const EPOCH = new Date(Date.UTC(2000, 0, 1));

/** Settings the library does not know: no blank between Chinese and digits, exact lines not moved to the grid. */
const PARAGRAPHS = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>';

/**
 * Last touches on the package: the font table with alternatives; no blanks between Chinese and digits,
 * so 28 characters stay 28; no moments of writing (the paper tells its day in the text, and
 * `dcterms` would differ from run to run).
 */
export function finish(docx: Buffer): Buffer {
  const from = new PizZip(docx);
  const to = new PizZip();
  for (const name of Object.keys(from.files).toSorted()) {
    const file = from.files[name];
    if (file === undefined || file.dir) continue;
    to.file(name, touched(name, file), { date: EPOCH, createFolders: false });
  }
  return to.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function touched(name: string, file: PizZip.ZipObject): string | Uint8Array {
  if (name === 'word/fontTable.xml') return fontTableXml();
  if (name === 'docProps/core.xml') {
    return file.asText().replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  }
  if (name === 'word/styles.xml') {
    return file
      .asText()
      .replace(
        /(<w:pPrDefault><w:pPr>|<w:style [^>]*w:styleId="Normal"[^>]*>(?:(?!<w:pPr>).)*<w:pPr>)/g,
        `$1${PARAGRAPHS}`,
      );
  }
  if (name === 'word/settings.xml') {
    return file
      .asText()
      .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>');
  }
  return file.name.endsWith('.xml') || file.name.endsWith('.rels')
    ? file.asText()
    : file.asUint8Array();
}
