import PizZip from 'pizzip';

/** The words of a .docx, a line per paragraph; or the XML of its text. */
export function wordsOfDocx(docx: Buffer, as: 'words' | 'xml' = 'words'): string {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
  if (as === 'xml') return xml;
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
