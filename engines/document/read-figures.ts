import { all, at, attribute, openPackage, textOf } from './check/xml.ts';
import { QUOTED_TAG } from './docx/inline.ts';

/** A number found in a Word file: its indicator, and the words that stand there now. */
export interface ReadFigure {
  readonly kind: 'figure' | 'quoted';
  readonly name: string;
  readonly text: string;
}

/**
 * The figures of a .docx in reading order, each as often as it stands there, with the words that stand
 * in them now. A program that drops the tags of content controls on saving (LibreOffice 7.4) loses
 * them. Throws on a file that is no .docx.
 */
export function readFigures(docx: Uint8Array): readonly ReadFigure[] {
  const document = openPackage(docx)('word/document.xml');
  if (document === null) throw new Error('no Word document: word/document.xml is missing');
  return all(document, 'w:sdt').flatMap((control) => {
    const tag = attribute(at(control, 'w:sdtPr/w:tag'), 'w:val');
    const content = at(control, 'w:sdtContent');
    if (tag === undefined || content === undefined) return [];
    const quoted = tag.startsWith(QUOTED_TAG);
    return [
      {
        kind: quoted ? ('quoted' as const) : ('figure' as const),
        name: quoted ? tag.slice(QUOTED_TAG.length) : tag,
        text: textOf(content),
      },
    ];
  });
}
