import {
  BuilderElement,
  ExternalHyperlink,
  TextRun,
  type IRunStylePropertiesOptions,
  type ParagraphChild,
  type XmlComponent,
} from 'docx';
import type { Figure, Inline, Inlines, Quoted } from '../model.ts';
import { inlinesOf } from '../parts.ts';
import { quotedMark } from '../text.ts';

/** How the texts of one document are set; the counter keeps the ids of content controls apart. */
export interface InlineContext {
  readonly linkForSource: ((sourceId: string) => string) | undefined;
  nextId(): number;
}

/** Tags of content controls: a figure's own name, or `据:` and the name of a quoted datum. */
export const QUOTED_TAG = '据:';

/** Word refuses tags and aliases of more than 64 characters. */
const TAG_LIMIT = 64;

const element = (name: string, val: string | number): BuilderElement =>
  new BuilderElement<{ val: string | number }>({
    name,
    attributes: { val: { key: 'w:val', value: val } },
  });

/**
 * A number in a content control (`w:sdt`): it reads and prints as plain text, shows its name when
 * pointed at in Word and WPS, and can be read back by its tag.
 */
function control(item: Figure | Quoted, run: TextRun, context: InlineContext): ParagraphChild {
  const tag = item.kind === 'figure' ? item.name : QUOTED_TAG + item.name;
  if ([...tag].length > TAG_LIMIT) throw new RangeError(`the name of a figure is too long: ${tag}`);
  const sdt: XmlComponent = new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          element('w:alias', tag),
          element('w:tag', tag),
          element('w:id', context.nextId()),
        ],
      }),
      new BuilderElement({ name: 'w:sdtContent', children: [run] }),
    ],
  });
  // The library's list of children leaves content controls out; it writes any component.
  return sdt as ParagraphChild;
}

/** Words with their line breaks; U+FFFE and U+FFFF, which XML cannot hold, are dropped. */
const words = (text: string, style: IRunStylePropertiesOptions): readonly TextRun[] =>
  text
    .replace(/[\ufffe\uffff]/g, '')
    .split(/\r?\n/)
    .map(
      (line, index) => new TextRun({ ...style, text: line, ...(index === 0 ? {} : { break: 1 }) }),
    );

function child(
  inline: Inline,
  style: IRunStylePropertiesOptions,
  context: InlineContext,
): readonly ParagraphChild[] {
  if (typeof inline === 'string') return words(inline, style);
  switch (inline.kind) {
    case 'strong':
      return words(inline.text, { ...style, bold: true });
    case 'blank':
      // Underlined ideographic blanks: the width survives every font.
      return [new TextRun({ ...style, text: '\u3000'.repeat(inline.chars), underline: {} })];
    case 'sourceLink': {
      const run = new TextRun({ ...style, text: inline.text });
      const link = context.linkForSource?.(inline.id);
      return [link === undefined ? run : new ExternalHyperlink({ link, children: [run] })];
    }
    case 'figure':
      return [control(inline, new TextRun({ ...style, text: inline.text }), context)];
    case 'quoted':
      return [
        control(inline, new TextRun({ ...style, text: inline.text }), context),
        new TextRun({ ...style, text: quotedMark(inline.source.document) }),
      ];
  }
}

/** The runs of a text in one style. */
export const runs = (
  text: Inlines,
  style: IRunStylePropertiesOptions,
  context: InlineContext,
): ParagraphChild[] => inlinesOf(text).flatMap((inline) => child(inline, style, context));
