import { all, at, attribute, numberOf } from './check/xml.ts';
import { seeDocument, type SeenDocument, type SeenParagraph } from './check/paragraphs.ts';

/** One measured property of a Word file against GB/T 9704-2012. `rule` names the clause and the property. */
export interface LayoutFinding {
  readonly rule: string;
  readonly clause: string;
  readonly measured: string;
  readonly expected: string;
  readonly ok: boolean;
}

const millimetres = (twips: number | undefined): number => ((twips ?? 0) * 25.4) / 1440;

const near = (
  rule: string,
  clause: string,
  measured: number,
  expected: number,
  within: number,
  unit = 'mm',
): LayoutFinding => ({
  rule,
  clause,
  measured: `${Number(measured.toFixed(2))}${unit}`,
  expected: `${expected}${unit}`,
  ok: Math.abs(measured - expected) <= within,
});

const holds = (
  rule: string,
  clause: string,
  measured: string,
  expected: string,
  ok: boolean,
): LayoutFinding => ({ rule, clause, measured, expected, ok });

const named = (
  rule: string,
  clause: string,
  paragraph: SeenParagraph,
  names: RegExp,
  expected: string,
): LayoutFinding => holds(rule, clause, paragraph.font, expected, names.test(paragraph.font));

const FANG = /仿宋|FangSong/i;

function pageFindings({ section }: SeenDocument): readonly LayoutFinding[] {
  const size = at(section, 'w:pgSz');
  const margin = at(section, 'w:pgMar');
  const [width, height] = [millimetres(numberOf(size, 'w:w')), millimetres(numberOf(size, 'w:h'))];
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map((side) =>
    millimetres(numberOf(margin, `w:${side}`)),
  );
  return [
    near('doc.paper.width', '5.1', width, 210, 0.5),
    near('doc.paper.height', '5.1', height, 297, 0.5),
    near('doc.margin.top', '5.2.1', top ?? 0, 37, 1),
    near('doc.margin.left', '5.2.1', left ?? 0, 28, 1),
    near('doc.margin.right', '5.2.1', right ?? 0, 26, 1),
    near('doc.margin.bottom', '5.2.1', bottom ?? 0, 35, 1),
    near('doc.typearea.width', '5.2.1', width - (left ?? 0) - (right ?? 0), 156, 0.5),
    near('doc.typearea.height', '5.2.1', height - (top ?? 0) - (bottom ?? 0), 225, 0.5),
  ];
}

const LEVELS: readonly { readonly number: RegExp; readonly font: RegExp; readonly name: string }[] =
  [
    { number: /^[一二三四五六七八九十]+、/u, font: /^(黑体|SimHei|.*黑)/u, name: '黑体' },
    { number: /^（[一二三四五六七八九十]+）/u, font: /楷/u, name: '楷体' },
    { number: /^\d+\./u, font: FANG, name: '仿宋' },
    { number: /^（\d+）/u, font: FANG, name: '仿宋' },
  ];

function levelFindings(headings: readonly SeenParagraph[]): readonly LayoutFinding[] {
  return LEVELS.flatMap(({ number, font, name }, index) => {
    const level = `doc.levels.${index + 1}`;
    const found = headings.find(
      (heading) => heading.outline === index && number.test(heading.text),
    );
    if (found === undefined) return [];
    return [
      named(`${level}.font`, '7.3.3', found, font, name),
      near(`${level}.size`, '7.3.3', found.size, 16, 0, 'pt'),
      near(`${level}.indent`, '7.3.3', found.firstLine, 2, 0.05, '字'),
    ];
  });
}

function bodyFindings({ section, paragraphs }: SeenDocument): readonly LayoutFinding[] {
  const body = paragraphs.filter(
    ({ inTable, outline, firstLine, text }) =>
      !inTable && outline === undefined && firstLine > 0 && text !== '',
  );
  const [first] = body;
  if (first === undefined) return [holds('doc.body', '7.3.3', '无正文', '有正文', false)];
  const width =
    millimetres(numberOf(at(section, 'w:pgSz'), 'w:w')) -
    millimetres(numberOf(at(section, 'w:pgMar'), 'w:left')) -
    millimetres(numberOf(at(section, 'w:pgMar'), 'w:right'));
  const charWidth = millimetres(first.size * 20 + first.spacing);
  return [
    named('doc.body.font', '5.2.2', first, FANG, '仿宋'),
    near('doc.body.size', '5.2.2', first.size, 16, 0, 'pt'),
    holds('doc.body.color', '5.2.2', first.color, '000000', /^(000000|auto)$/.test(first.color)),
    near('doc.body.indent', '7.3.3', first.firstLine, 2, 0.05, '字'),
    holds(
      'doc.body.same',
      '5.2.2',
      `${body.filter((each) => each.size === first.size && each.font === first.font).length}段`,
      `${body.length}段`,
      body.every(
        (each) => each.size === first.size && each.font === first.font && each.line === first.line,
      ),
    ),
    holds('doc.linespacing.rule', '5.2.3', first.lineRule, 'exact', first.lineRule === 'exact'),
    near('doc.linespacing', '5.2.3', first.line / 20, 28.95, 0.05, 'pt'),
    near('doc.lines', '5.2.3', Math.floor(225 / millimetres(first.line)), 22, 0, '行'),
    near('doc.chars', '5.2.3', Math.floor((width + 0.05) / charWidth), 28, 0, '字'),
  ];
}

function titleFindings({ paragraphs }: SeenDocument): readonly LayoutFinding[] {
  const from = paragraphs.findIndex(
    ({ size, color, text }) => size >= 20 && !/^(FF0000|C00000)$/i.test(color) && text !== '',
  );
  const title = paragraphs[from];
  if (title === undefined) return [holds('doc.title', '7.3.1', '无标题', '有标题', false)];
  const rest = paragraphs
    .slice(from + 1)
    .filter(({ size, align, text }) => !(text !== '' && (size >= 20 || align === 'center')));
  const recipient = rest.find(({ text, firstLine }) => text !== '' && firstLine === 0);
  return [
    named('doc.title.font', '7.3.1', title, /小标宋|XiaoBiaoSong/i, '小标宋'),
    near('doc.title.size', '7.3.1', title.size, 22, 0, 'pt'),
    holds('doc.title.align', '7.3.1', title.align, 'center', title.align === 'center'),
    holds('doc.title.below', '7.3.2', rest[0]?.text ?? '', '空一行', rest[0]?.text === ''),
    ...(recipient !== undefined && /[：:]$/u.test(recipient.text)
      ? [
          holds(
            'doc.recipient',
            '7.3.2',
            recipient.text.slice(-1),
            '：',
            recipient.text.endsWith('：') && recipient.left === 0,
          ),
        ]
      : []),
  ];
}

function headFindings({ paragraphs }: SeenDocument): readonly LayoutFinding[] {
  const organ = paragraphs.find(
    ({ color, text }) => /^(FF0000|C00000)$/i.test(color) && text !== '',
  );
  if (organ === undefined) return [];
  const number = paragraphs.find(({ text }) => /\d+号$/u.test(text));
  return [
    named('doc.head.organ', '7.2.4', organ, /小标宋/u, '小标宋'),
    holds(
      'doc.head.number',
      '7.2.5',
      number?.text ?? '',
      '〔年份〕序号，不加“第”，不编虚位',
      /〔\d{4}〕[1-9]\d*号$/u.test(number?.text ?? ''),
    ),
  ];
}

function numberFindings({ footers, settings, section }: SeenDocument): readonly LayoutFinding[] {
  const odd = footers['default']?.find(({ text }) => text.includes('—'));
  const even = footers['even']?.find(({ text }) => text.includes('—'));
  if (odd === undefined || even === undefined)
    return [holds('doc.pageno', '7.5', '无页码', '— 1 —', false)];
  const lines = (footers['default'] ?? []).reduce((sum, each) => sum + each.line, 0);
  const foot = numberOf(at(section, 'w:pgMar'), 'w:footer') ?? 0;
  const dash =
    millimetres(numberOf(at(section, 'w:pgMar'), 'w:bottom')) -
    millimetres(foot + lines - odd.line / 2);
  return [
    near('doc.pageno.size', '7.5', odd.size, 14, 0, 'pt'),
    named('doc.pageno.font', '7.5', odd, /宋体|SimSun/i, '宋体'),
    holds('doc.pageno.dashes', '7.5', odd.text, '—　—', /^—\s*\d*\s*—$/u.test(odd.text)),
    holds('doc.pageno.odd', '7.5', odd.align, 'right', /^(right|end)$/.test(odd.align)),
    holds('doc.pageno.even', '7.5', even.align, 'left', /^(left|start)$/.test(even.align)),
    near('doc.pageno.indent', '7.5', odd.right / 20 / odd.size, 1, 0.05, '字'),
    near('doc.pageno.distance', '7.5', dash, 7, 0.5),
    holds(
      'doc.pageno.sides',
      '7.5',
      String(all(settings, 'w:evenAndOddHeaders').length === 1),
      '奇偶页不同',
      attribute(all(settings, 'w:evenAndOddHeaders')[0], 'w:val') !== 'false' &&
        all(settings, 'w:evenAndOddHeaders').length === 1,
    ),
  ];
}

function signFindings({ paragraphs }: SeenDocument): readonly LayoutFinding[] {
  const index = paragraphs.findLastIndex(
    ({ text, align, inTable }) => !inTable && /^(right|end)$/.test(align) && /^\d{4}年/u.test(text),
  );
  const [organ, day] = [paragraphs[index - 1], paragraphs[index]];
  if (day === undefined || organ === undefined) return [];
  return [
    holds(
      'doc.date',
      '7.3.5.4',
      day.text,
      '不编虚位',
      /^\d{4}年[1-9]\d?月[1-9]\d?日$/u.test(day.text),
    ),
    holds(
      'doc.sign.order',
      '7.3.5',
      organ.text,
      '署名在成文日期之上',
      organ.text !== '' && /^(right|end)$/.test(organ.align),
    ),
  ];
}

/**
 * Measures an official paper (layout 'official') in its Word file against GB/T 9704-2012, from the
 * settings an office program will use, whatever wrote the file. Properties of parts the paper does not
 * have (recipient, head, levels) are left out. Throws on a file that is no .docx.
 */
export function layoutCheck(docx: Uint8Array): readonly LayoutFinding[] {
  const document = seeDocument(docx);
  const headings = document.paragraphs.filter(
    ({ outline, inTable }) => outline !== undefined && !inTable,
  );
  return [pageFindings, headFindings, titleFindings, bodyFindings, numberFindings, signFindings]
    .flatMap((findings) => findings(document))
    .concat(levelFindings(headings));
}
