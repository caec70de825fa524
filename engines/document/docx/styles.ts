import {
  AlignmentType,
  LineRuleType,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
} from 'docx';
import type { Layout } from '../model.ts';
import { font, type FaceName } from './fonts.ts';
import { OFFICIAL_CHAR, OFFICIAL_CONDENSED, OFFICIAL_LINE, pt, SIZE } from './measure.ts';

/** Ids of the paragraph styles that the renderer uses besides Word's own Title and Heading1–4. */
export const STYLE = {
  body: 'ZhibuBody',
  flush: 'ZhibuFlush',
  title: 'ZhibuTitle',
  subtitle: 'ZhibuSubtitle',
  caption: 'ZhibuCaption',
  cell: 'ZhibuCell',
  headCell: 'ZhibuHeadCell',
  tableTitle: 'ZhibuTableTitle',
  note: 'ZhibuNote',
  foot: 'ZhibuFoot',
} as const;

interface Look {
  readonly face: FaceName;
  readonly size: number;
  readonly line: number;
}

/** Per layout: body text, title, text in tables. Line pitches are fixed, so a substituted font moves nothing. */
export const LOOKS: Readonly<
  Record<Layout, { readonly body: Look; readonly title: Look; readonly cell: Look }>
> = {
  official: {
    body: { face: 'body', size: SIZE.three, line: OFFICIAL_LINE },
    title: { face: 'title', size: SIZE.two, line: OFFICIAL_LINE },
    cell: { face: 'body', size: SIZE.smallFour, line: pt(18) },
  },
  form: {
    body: { face: 'song', size: SIZE.smallFour, line: pt(20) },
    title: { face: 'title', size: SIZE.smallTwo, line: pt(28) },
    cell: { face: 'song', size: SIZE.five, line: pt(15) },
  },
  book: {
    body: { face: 'body', size: SIZE.four, line: pt(25) },
    title: { face: 'title', size: SIZE.two, line: pt(34) },
    cell: { face: 'song', size: SIZE.five, line: pt(15) },
  },
};

/** The width of one character of body text in twips. */
export const charWidth = (layout: Layout): number =>
  layout === 'official' ? OFFICIAL_CHAR : LOOKS[layout].body.size * 20;

const run = (face: FaceName, size: number): IRunStylePropertiesOptions => ({
  font: font(face),
  size: size * 2,
  color: '000000',
  bold: false,
});

const exact = (
  line: number,
  more: IParagraphStylePropertiesOptions = {},
): IParagraphStylePropertiesOptions => ({
  spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  ...more,
});

/** 7.3.3: 黑体, 楷体, 仿宋, 仿宋, all in the size of the body. */
const LEVEL_FACES: readonly [FaceName, FaceName, FaceName, FaceName] = [
  'hei',
  'kai',
  'body',
  'body',
];

export function stylesOf(layout: Layout): IStylesOptions {
  const { body, title, cell } = LOOKS[layout];
  const indent = { firstLineChars: 200, firstLine: Math.round(2 * charWidth(layout)) };
  const text = (face: FaceName) => ({
    ...run(face, body.size),
    ...(layout === 'official' ? { characterSpacing: OFFICIAL_CONDENSED } : {}),
  });
  const heading = (level: 0 | 1 | 2 | 3) => ({
    run: text(LEVEL_FACES[level]),
    paragraph: exact(body.line, { indent, outlineLevel: level, keepNext: true }),
  });
  const style = (
    id: string,
    name: string,
    paragraph: IParagraphStylePropertiesOptions,
    look: IRunStylePropertiesOptions,
  ) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph,
    run: look,
  });
  const center = { alignment: AlignmentType.CENTER };
  return {
    default: {
      document: {
        run: { ...run(body.face, body.size), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: exact(body.line),
      },
      heading1: heading(0),
      heading2: heading(1),
      heading3: heading(2),
      heading4: heading(3),
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: run(body.face, body.size),
        paragraph: exact(body.line),
      },
      style(
        STYLE.body,
        '支部正文',
        exact(body.line, { indent, alignment: AlignmentType.BOTH }),
        text(body.face),
      ),
      style(STYLE.flush, '支部顶格', exact(body.line), text(body.face)),
      style(
        STYLE.title,
        '支部标题',
        exact(title.line, { ...center, keepNext: true }),
        run(title.face, title.size),
      ),
      style(
        STYLE.subtitle,
        '支部副标题',
        exact(body.line, center),
        run('kai', layout === 'form' ? SIZE.smallFour : SIZE.three),
      ),
      style(STYLE.caption, '支部表前', exact(cell.line + 60), run(cell.face, cell.size)),
      style(
        STYLE.tableTitle,
        '支部表题',
        exact(cell.line + 100, { ...center, keepNext: true }),
        run('hei', cell.size),
      ),
      style(STYLE.cell, '支部表格', exact(cell.line), run(cell.face, cell.size)),
      style(STYLE.headCell, '支部表头', exact(cell.line, center), run('hei', cell.size)),
      style(STYLE.note, '支部说明', exact(cell.line), run(cell.face, cell.size)),
      style(STYLE.foot, '支部页脚', exact(pt(11)), run('song', 7.5)),
    ],
  };
}
