import type { Element } from '@xmldom/xmldom';
import { all, at, attribute, childOf, openPackage, textOf } from './xml.ts';

/** What a reader sees of a paragraph: direct settings over style over defaults of the document. */
export interface SeenParagraph {
  readonly text: string;
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
  /** Twips added to each character. */
  readonly spacing: number;
  readonly align: string;
  /** First-line indent in characters, from `firstLineChars` or from its length. */
  readonly firstLine: number;
  /** Twips. */
  readonly left: number;
  readonly right: number;
  readonly line: number;
  readonly lineRule: string;
  readonly outline: number | undefined;
  readonly inTable: boolean;
}

export interface SeenDocument {
  readonly section: Element | undefined;
  readonly paragraphs: readonly SeenParagraph[];
  readonly settings: Element | null;
  /** Paragraphs of the footers by type: default (odd pages), even, first. */
  readonly footers: Readonly<Record<string, readonly SeenParagraph[]>>;
}

type Chain = readonly Element[];

/** The first element at `path` along the chain that carries the attribute. */
function seen(chain: Chain, path: string, name: string): string | undefined {
  for (const element of chain) {
    const value = attribute(at(element, path), name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Reads a .docx as it will look, without trusting the names of styles. */
export function seeDocument(docx: Uint8Array): SeenDocument {
  const part = openPackage(docx);
  const document = part('word/document.xml');
  const styles = part('word/styles.xml');
  if (document === null || styles === null) throw new Error('no Word document');
  const byId = new Map(
    all(styles, 'w:style').map((style) => [attribute(style, 'w:styleId') ?? '', style]),
  );
  const defaults = [
    at(styles, 'w:docDefaults/w:rPrDefault'),
    at(styles, 'w:docDefaults/w:pPrDefault'),
  ].filter((each) => each !== undefined);

  const chainOf = (id: string | undefined): Chain => {
    const chain: Element[] = [];
    for (let style = byId.get(id ?? 'Normal'); style !== undefined && !chain.includes(style);) {
      chain.push(style);
      const next = attribute(childOf(style, 'w:basedOn'), 'w:val');
      style = next === undefined ? undefined : byId.get(next);
    }
    return [...chain, ...defaults];
  };

  const see = (paragraph: Element): SeenParagraph => {
    const chain = [paragraph, ...chainOf(attribute(at(paragraph, 'w:pPr/w:pStyle'), 'w:val'))];
    const firstRun =
      all(paragraph, 'w:r').find((run) => textOf(run) !== '') ?? all(paragraph, 'w:r')[0];
    const runs = firstRun === undefined ? chain : [firstRun, ...chain];
    const size = Number(seen(runs, 'w:rPr/w:sz', 'w:val') ?? 20) / 2;
    const chars = seen(chain, 'w:pPr/w:ind', 'w:firstLineChars');
    const bold = seen(runs, 'w:rPr/w:b', 'w:val');
    return {
      text: textOf(paragraph),
      font: seen(runs, 'w:rPr/w:rFonts', 'w:eastAsia') ?? '',
      size,
      color: seen(runs, 'w:rPr/w:color', 'w:val') ?? 'auto',
      bold: bold !== undefined && bold !== 'false' && bold !== '0',
      spacing: Number(seen(runs, 'w:rPr/w:spacing', 'w:val') ?? 0),
      align: seen(chain, 'w:pPr/w:jc', 'w:val') ?? 'left',
      firstLine:
        chars === undefined
          ? Number(seen(chain, 'w:pPr/w:ind', 'w:firstLine') ?? 0) / (size * 20)
          : Number(chars) / 100,
      left: Number(seen(chain, 'w:pPr/w:ind', 'w:left') ?? 0),
      right: Number(seen(chain, 'w:pPr/w:ind', 'w:right') ?? 0),
      line: Number(seen(chain, 'w:pPr/w:spacing', 'w:line') ?? 240),
      lineRule: seen(chain, 'w:pPr/w:spacing', 'w:lineRule') ?? 'auto',
      outline: ((value) => (value === undefined ? undefined : Number(value)))(
        seen(chain, 'w:pPr/w:outlineLvl', 'w:val'),
      ),
      inTable: within(paragraph, 'w:tbl'),
    };
  };

  const section = all(document, 'w:sectPr')[0];
  const relations = new Map(
    all(part('word/_rels/document.xml.rels'), 'Relationship').map((each) => [
      attribute(each, 'Id') ?? '',
      attribute(each, 'Target') ?? '',
    ]),
  );
  const footers = Object.fromEntries(
    (section === undefined ? [] : all(section, 'w:footerReference')).map((reference) => [
      attribute(reference, 'w:type') ?? 'default',
      all(part(`word/${relations.get(attribute(reference, 'r:id') ?? '') ?? ''}`), 'w:p').map(see),
    ]),
  );
  return {
    section,
    paragraphs: all(document, 'w:p').map(see),
    settings: part('word/settings.xml'),
    footers,
  };
}

function within(element: Element, name: string): boolean {
  for (let up = element.parentNode; up !== null; up = up.parentNode)
    if (up.nodeName === name) return true;
  return false;
}
