import {
  Document as Word,
  DocumentGridType,
  Packer,
  PageOrientation,
  SectionType,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { blockChildren } from './docx/blocks.ts';
import { cover, formBottom, formTop } from './docx/frame.ts';
import { footerDistance, footers } from './docx/footer.ts';
import type { InlineContext } from './docx/inline.ts';
import {
  A4,
  MARGINS,
  mm,
  OFFICIAL_LINE,
  orientationOf,
  textLength,
  textWidth,
} from './docx/measure.ts';
import { officialBottom, officialTop } from './docx/official.ts';
import { finish } from './docx/package.ts';
import { stylesOf } from './docx/styles.ts';
import type { Block, Document, Orientation } from './model.ts';
import { headingNumbers } from './numbering.ts';
import { sourceList } from './sources.ts';

export interface RenderOptions {
  /** Address that opens the records of a source; without it the source list is plain text. */
  readonly linkForSource?: (sourceId: string) => string;
}

const top = (document: Document, context: InlineContext): readonly FileChild[] => {
  if (document.layout === 'official') return officialTop(document);
  return document.layout === 'form' ? formTop(document, context) : cover(document);
};

const bottom = (document: Document): readonly FileChild[] => {
  if (document.layout === 'official') return officialBottom(document);
  return document.layout === 'form' ? formBottom(document) : [];
};

/** The document cut at its section blocks, each part with its orientation. */
function parts(
  document: Document,
): readonly { readonly orientation: Orientation; readonly blocks: readonly [Block, string][] }[] {
  const numbers = headingNumbers(document.blocks);
  const found: { orientation: Orientation; blocks: [Block, string][] }[] = [
    { orientation: orientationOf(document), blocks: [] },
  ];
  document.blocks.forEach((block, index) => {
    if (block.kind === 'section') found.push({ orientation: block.orientation, blocks: [] });
    else found.at(-1)?.blocks.push([block, numbers[index] ?? '']);
  });
  return found;
}

function section(
  document: Document,
  orientation: Orientation,
  children: readonly FileChild[],
): ISectionOptions {
  const margin = MARGINS[document.layout];
  const official = document.layout === 'official';
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: document.layout === 'book',
      page: {
        size: {
          width: mm(A4.width),
          height: mm(A4.height),
          orientation:
            orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: mm(margin.top),
          right: mm(margin.right),
          bottom: mm(margin.bottom),
          left: mm(margin.left),
          header: mm(15),
          footer: footerDistance(document),
          gutter: 0,
        },
      },
      // 22 lines to the page (5.2.3); forms need no grid.
      ...(official ? { grid: { type: DocumentGridType.LINES, linePitch: OFFICIAL_LINE } } : {}),
    },
    footers: footers(document),
    children,
  };
}

/** The fonts of office papers are all one wide: a full character is as wide as high, a half one half. */
const pagesOf = estimatePageNumbersWith({
  guess: true,
  measureWidth: (text, font) => textLength(text) * font.size,
});

/**
 * The document as a Word file (.docx). Equal documents give equal bytes.
 * Throws RangeError where the model is impossible: a row wider than its table, the name of a figure
 * above 64 characters.
 */
export async function toDocx(document: Document, options: RenderOptions = {}): Promise<Buffer> {
  let last = 0;
  const inline: InlineContext = {
    linkForSource: options.linkForSource,
    nextId: () => (last += 1),
  };
  const all = parts(document);
  const sections = all.map((part, index) => {
    const context = {
      ...inline,
      layout: document.layout,
      width: textWidth(document.layout, part.orientation),
    };
    const children = part.blocks.flatMap(([block, number]) =>
      block.kind === 'section' ? [] : blockChildren(block, number, context),
    );
    return section(document, part.orientation, [
      ...(index === 0 ? top(document, inline) : []),
      ...children,
      ...(index === all.length - 1 ? bottom(document) : []),
    ]);
  });
  const list = document.sources ? sourceList(document) : [];
  if (list.length > 0) {
    const context = {
      ...inline,
      layout: document.layout,
      width: textWidth(document.layout, 'portrait'),
    };
    sections.push(
      section(
        document,
        'portrait',
        list.flatMap((block) =>
          block.kind === 'section' ? [] : blockChildren(block, '', context),
        ),
      ),
    );
  }
  // Only a list of contents needs the pages worked out.
  const hasContents = document.blocks.some((block) => block.kind === 'contents');
  const word = new Word({
    title: document.title.replaceAll('\n', ''),
    creator: document.organ ?? document.sign?.organ ?? '',
    styles: stylesOf(document.layout),
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    ...(hasContents ? { pageNumbers: pagesOf } : {}),
    sections,
  });
  return finish(await Packer.toBuffer(word));
}
