import type { Inline, Inlines } from '../model.ts';
import { inlinesOf } from '../parts.ts';
import { quotedMark } from '../text.ts';
import { escape, safeHref } from './escape.ts';

export type LinkForSource = (sourceId: string) => string;

const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');

function link(
  id: string,
  name: string | undefined,
  text: string,
  linkForSource: LinkForSource | undefined,
): string {
  const href = linkForSource === undefined ? null : safeHref(linkForSource(id));
  const title =
    name === undefined
      ? ''
      : ` data-figure="${escape(name)}" title="${escape(`${name}：打开所依据的记录`)}"`;
  const source = `data-source-id="${escape(id)}"`;
  return href === null
    ? `<span ${source}${title}>${escape(text)}</span>`
    : `<a href="${href}" ${source}${title}>${escape(text)}</a>`;
}

function inline(of: Inline, linkForSource: LinkForSource | undefined): string {
  if (typeof of === 'string') return lines(of);
  switch (of.kind) {
    case 'strong':
      return `<strong>${lines(of.text)}</strong>`;
    case 'blank':
      return `<span class="blank" style="width:${Math.max(1, Math.round(of.chars))}em"></span>`;
    case 'sourceLink':
      return link(of.id, undefined, of.text, linkForSource);
    case 'figure':
      return link(of.source.id, of.name, of.text, linkForSource);
    case 'quoted':
      return `<span class="quoted" data-quoted="${escape(of.name)}">${escape(of.text)}${escape(quotedMark(of.source.document))}</span>`;
  }
}

export const inlineHtml = (text: Inlines, linkForSource: LinkForSource | undefined): string =>
  inlinesOf(text)
    .map((each) => inline(each, linkForSource))
    .join('');
