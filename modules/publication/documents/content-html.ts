import { escapeHtml } from '#engines/document';
import type { PublicBlock, PublicContent } from '#engines/publishing';

const cells = (row: readonly string[], tag: 'th' | 'td', scope = ''): string =>
  row.map((cell) => `<${tag}${scope}>${escapeHtml(cell)}</${tag}>`).join('');

function blockHtml(block: PublicBlock, number: number): string {
  if (block.kind === 'text') return `<p>${escapeHtml(block.text)}</p>`;
  const title = block.title === '' ? `表${number}` : block.title;
  const caption = block.title === '' ? '' : `<caption>${escapeHtml(block.title)}</caption>`;
  const totals =
    block.totals.length === 0 ? '' : `<tfoot><tr>${cells(block.totals, 'td')}</tr></tfoot>`;
  return `<div class="frame" role="region" tabindex="0" aria-label="${escapeHtml(title)}"><table>${caption}<thead><tr>${cells(block.header, 'th', ' scope="col"')}</tr></thead><tbody>${block.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody>${totals}</table></div>`;
}

/** The text without its title: paragraphs and tables, everything escaped. */
export const contentHtml = (content: PublicContent): string =>
  content.blocks.map((block, at) => blockHtml(block, at + 1)).join('\n');
