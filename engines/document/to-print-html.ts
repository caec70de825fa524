import { chineseDate } from '#kernel/plain-date';
import { orientationOf, textWidth } from './docx/measure.ts';
import { organSize, signIndents } from './docx/official.ts';
import { blockHtml, type HtmlContext } from './html/blocks.ts';
import { styleSheet } from './html/css.ts';
import { escape } from './html/escape.ts';
import { inlineHtml } from './html/inline.ts';
import type { Block, Document } from './model.ts';
import { headingNumbers } from './numbering.ts';
import { sourceList } from './sources.ts';
import { attachmentTexts, recipientText } from './text.ts';
import type { RenderOptions } from './to-docx.ts';

const titleHtml = (title: string): string =>
  `<h1 class="title">${escape(title).replaceAll('\n', '<br>')}</h1>`;
const optional = (text: string | undefined, html: (text: string) => string): string =>
  text === undefined ? '' : html(escape(text));

function topHtml(document: Document, { linkForSource }: HtmlContext): string {
  const { organ, number, subtitle, recipient, caption, layout, title, sign } = document;
  const head = titleHtml(title) + optional(subtitle, (text) => `<p class="subtitle">${text}</p>`);
  if (layout === 'book') {
    const foot = [organ ?? sign?.organ, sign === undefined ? undefined : chineseDate(sign.date)];
    return `<div class="cover">${head}<div class="foot">${foot.map((text) => optional(text, (each) => `<p>${each}</p>`)).join('')}</div></div>`;
  }
  if (layout === 'official') {
    const red =
      organ === undefined || number === undefined
        ? ''
        : `<p class="red" style="font-size:min(${organSize(organ)}pt,8vw)">${escape(organ)}</p><p class="number">${escape(number)}</p>`;
    return `${red}${head}<div class="gap"></div>${optional(recipient, (text) => `<p class="flush">${recipientText(text)}</p>`)}`;
  }
  const texts = caption ?? [
    organ === undefined ? '' : `单位：${organ}`,
    number === undefined ? '' : `编号：${number}`,
  ];
  return `${head}<div class="line">${texts.map((text) => `<span>${inlineHtml(text, linkForSource)}</span>`).join('')}</div>`;
}

function bottomHtml(document: Document): string {
  const { attachments = [], sign, notes = [], layout, footer = [] } = document;
  const official = layout === 'official';
  const many = attachments.length > 1;
  const list = attachmentTexts(attachments).map(
    (text, index) =>
      `<p class="attach${many ? (index === 0 ? ' many' : ' more') : ''}">${index === 0 ? '附件：' : ''}${escape(text)}</p>`,
  );
  const indents =
    sign === undefined
      ? { organ: 0, date: 0 }
      : official
        ? signIndents(sign)
        : { organ: 2, date: 2 };
  const signed =
    sign === undefined || layout === 'book'
      ? ''
      : `<div class="sign"><p style="padding-right:${indents.organ}em">${escape(sign.organ)}</p><p style="padding-right:${indents.date}em">${chineseDate(sign.date)}</p></div>`;
  const remarks = notes
    .map(
      (text) =>
        `<p class="note${official ? ' body' : ''}">${official ? `（${escape(text)}）` : escape(text)}</p>`,
    )
    .join('');
  const foot =
    footer.length === 0
      ? ''
      : `<div class="foot-lines">${footer.map((text) => `<div>${escape(text)}</div>`).join('')}</div>`;
  return [
    list.length === 0 ? '' : `<div class="gap"></div>${list.join('')}`,
    official ? signed + remarks : remarks + signed,
    foot,
  ].join('');
}

/** Blocks from `start`; a section block closes the part and opens one in its orientation. */
function bodyHtml(blocks: readonly Block[], context: HtmlContext, document: Document): string {
  const numbers = headingNumbers(blocks);
  let width = context.width;
  let open = false;
  const html = blocks.map((block, at) => {
    if (block.kind !== 'section')
      return blockHtml(block, numbers[at] ?? '', at, { ...context, width });
    width = textWidth(document.layout, block.orientation);
    const close = open ? '</section>' : '';
    open = true;
    return `${close}<section class="page ${block.orientation === 'portrait' ? 'upright' : 'across'}">`;
  });
  return html.join('\n') + (open ? '</section>' : '');
}

/**
 * The document as one self-contained HTML page for screen and A4 printing: no script, nothing loaded,
 * all text escaped. With `linkForSource` every figure is a link that opens its records.
 */
export function toPrintHtml(document: Document, options: RenderOptions = {}): string {
  const numbers = headingNumbers(document.blocks);
  const orientation = orientationOf(document);
  const context: HtmlContext = {
    linkForSource: options.linkForSource,
    width: textWidth(document.layout, orientation),
    headings: document.blocks.flatMap((heading, at) =>
      heading.kind === 'heading' ? [{ heading, number: numbers[at] ?? '', at }] : [],
    ),
  };
  const list = document.sources ? sourceList(document) : [];
  const sources =
    list.length === 0
      ? ''
      : `<section class="page upright">${list.map((block, index) => (block.kind === 'section' ? '' : blockHtml(block, '', document.blocks.length + index, { ...context, width: textWidth(document.layout, 'portrait') }))).join('\n')}</section>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(document.title.replaceAll('\n', ''))}</title>
<style>${styleSheet(document.layout, orientation, document.pageNumbers !== false, document.footer ?? [])}</style>
</head>
<body>
<main>
<div class="${orientation === 'portrait' ? 'upright' : 'across'}">
${topHtml(document, context)}
${bodyHtml(document.blocks, context, document)}
${bottomHtml(document)}
</div>
${sources}
</main>
</body>
</html>
`;
}
