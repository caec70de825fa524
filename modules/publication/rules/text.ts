import type { PublicBlock, PublicContent } from '#engines/publishing';

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.trim());

/** Rows as one pastes them from a sheet; all as long as the longest. */
function tableOf(rows: readonly string[][]): PublicBlock {
  const width = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ''),
  ]);
  const [header = [], ...rest] = filled;
  const last = rest.at(-1);
  const sums = last?.[0] === '合计' || last?.[0] === '总计';
  return {
    kind: 'table',
    title: '',
    header,
    rows: sums ? rest.slice(0, -1) : rest,
    totals: sums ? last : [],
  };
}

/** Typed or pasted text: a line is a paragraph, lines with tabs side by side are a table with its head. */
export function contentOf(title: string, typed: string): PublicContent {
  const blocks: PublicBlock[] = [];
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const line of typed.split(/\r?\n/)) {
    if (line.includes('\t')) rows.push(cellsOf(line));
    else {
      close();
      if (line.trim() !== '') blocks.push({ kind: 'text', text: line.trim() });
    }
  }
  close();
  return { title: title.trim(), blocks };
}

/** The same back into a field to be corrected. */
export const typedOf = (content: PublicContent): string =>
  content.blocks
    .map((block) =>
      block.kind === 'text'
        ? block.text
        : [block.header, ...block.rows, ...(block.totals.length > 0 ? [block.totals] : [])]
            .map((row) => row.join('\t'))
            .join('\n'),
    )
    .join('\n');
