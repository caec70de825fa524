import type { Block, Heading } from '../model.ts';
import { plainText } from '../text.ts';
import { escape } from './escape.ts';
import { inlineHtml, type LinkForSource } from './inline.ts';
import { tableHtml } from './table.ts';

export interface HtmlContext {
  readonly linkForSource: LinkForSource | undefined;
  /** Width between the margins in millimetres. */
  readonly width: number;
  /** All headings with their numbers and places, for the contents. */
  readonly headings: readonly {
    readonly heading: Heading;
    readonly number: string;
    readonly at: number;
  }[];
}

/** One block as HTML; `at` is its place in the document (the anchor of a heading). */
export function blockHtml(
  block: Exclude<Block, { kind: 'section' }>,
  number: string,
  at: number,
  context: HtmlContext,
): string {
  const text = (of: Parameters<typeof inlineHtml>[0]): string =>
    inlineHtml(of, context.linkForSource);
  switch (block.kind) {
    case 'heading': {
      const name = `h${block.level + 1}`;
      const label = escape(number) + text(block.text);
      // A heading with running text is a paragraph; its first words stay the heading.
      return block.body === undefined
        ? `<${name} id="h${at}" class="l${block.level}">${label}</${name}>`
        : `<p id="h${at}" class="l${block.level}">${label}<span class="run">${text(block.body)}</span></p>`;
    }
    case 'paragraph': {
      const flush = block.indent === false || block.align === 'center' || block.align === 'right';
      return `<p class="body${flush ? ' flush' : ''}${block.align === undefined ? '' : ` ${block.align}`}">${text(block.text)}</p>`;
    }
    case 'table':
      return tableHtml(block, context.width, context.linkForSource);
    case 'list':
      return `<ul class="items">${block.items.map((item, index) => `<li>${block.ordered ? `${index + 1}.` : '· '}${text(item)}</li>`).join('')}</ul>`;
    case 'checklist':
      return `<ul class="items">${block.items.map((item) => `<li>${item.done ? '☑' : '☐'} ${text(item.text)}</li>`).join('')}</ul>`;
    case 'signatures':
      return `<div class="signatures">${block.labels.map((label) => `<span>${escape(label)}：<span class="blank" style="width:6em"></span>${block.dated ? '　　　　年　　月　　日' : ''}</span>`).join('')}</div>`;
    case 'contents':
      return `<nav aria-label="目录"><p class="title">目　　录</p><ul class="contents">${context.headings
        .filter((each) => each.heading.level <= (block.levels ?? 2))
        .map(
          (each) =>
            `<li class="c${each.heading.level}"><a href="#h${each.at}">${escape(each.number + plainText(each.heading.text))}</a></li>`,
        )
        .join('')}</ul></nav>`;
    case 'pageBreak':
      return '<div class="page"></div>';
  }
}
