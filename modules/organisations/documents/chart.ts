import { ORG_KINDS } from '#contract/organisations';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

/** One body on the chart, with what stands in its box. */
export interface ChartNode {
  readonly orgId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: keyof typeof ORG_KINDS;
  readonly members: number | null;
  readonly secretary: string;
}

interface Placed extends ChartNode {
  readonly depth: number;
  readonly row: number;
  readonly children: readonly Placed[];
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

// Millimetres. A box holds two lines; the chart grows from left to right, one leaf a row.
const SHEETS = { A3: { width: 420, height: 297 }, A4: { width: 297, height: 210 } } as const;
const MARGIN = 12;
const HEAD = 18;
const ROW = 11;
const BOX = 8.6;
const GAP = 9;

function place(
  node: ChartNode,
  below: ReadonlyMap<string, readonly ChartNode[]>,
  depth: number,
  rows: { next: number },
): Placed {
  const children = (below.get(node.orgId) ?? []).map((child) =>
    place(child, below, depth + 1, rows),
  );
  const first = children[0];
  const last = children.at(-1);
  // A body stands in the middle of those below it; a leaf takes the next row.
  const row = first === undefined || last === undefined ? rows.next++ : (first.row + last.row) / 2;
  return { ...node, depth, row, children };
}

const depthOf = (node: Placed): number =>
  node.children.reduce((most, child) => Math.max(most, depthOf(child)), node.depth);

function boxOf(node: Placed, width: number, scale: number): string {
  const x = node.depth * (width + GAP);
  const y = node.row * ROW;
  const size = Math.min(3, (width - 3) / Math.max(8, node.name.length)) * scale;
  const facts = [
    ORG_KINDS[node.kind],
    node.secretary === '' ? '' : `书记 ${node.secretary}`,
    node.members === null ? '' : `党员 ${node.members} 名`,
  ].filter((part) => part !== '');
  return `<rect x="${x}" y="${y}" width="${width}" height="${BOX}" rx="0.8"/><text x="${x + 1.5}" y="${y + 3.8}" font-size="${size.toFixed(2)}">${escape(node.name)}</text><text class="facts" x="${x + 1.5}" y="${y + 7.2}" font-size="2.3">${escape(facts.join('　'))}</text>`;
}

function drawn(node: Placed, width: number): string {
  const from = { x: node.depth * (width + GAP) + width, y: node.row * ROW + BOX / 2 };
  const lines = node.children.map((child) => {
    const to = { x: child.depth * (width + GAP), y: child.row * ROW + BOX / 2 };
    const turn = from.x + GAP / 2;
    return `<path d="M${from.x} ${from.y}H${turn}V${to.y}H${to.x}"/>`;
  });
  return `${lines.join('')}${boxOf(node, width, 1)}${node.children.map((child) => drawn(child, width)).join('')}`;
}

/** Parts of a forest that fit a sheet: a body with the leaves of some of its children, the rest on the next. */
function sheetsOf(
  root: ChartNode,
  below: ReadonlyMap<string, readonly ChartNode[]>,
  most: number,
): Placed[] {
  const leaves = (node: ChartNode): number => {
    const children = below.get(node.orgId) ?? [];
    return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leaves(child), 0);
  };
  const children = below.get(root.orgId) ?? [];
  if (leaves(root) <= most || children.length === 0) {
    return [place(root, below, 0, { next: 0 })];
  }
  const parts: ChartNode[][] = [[]];
  const own: Placed[] = [];
  let taken = 0;
  for (const child of children) {
    const rows = leaves(child);
    // Too large for any sheet: it stands here as a box and has sheets of its own.
    const counted = rows > most ? 1 : rows;
    if (rows > most) own.push(...sheetsOf(child, below, most));
    if (taken + counted > most) {
      parts.push([]);
      taken = 0;
    }
    parts.at(-1)?.push(child);
    taken += counted;
  }
  const first = parts.map((part) => {
    const shown = new Map(below);
    shown.set(root.orgId, part);
    for (const child of part) if (leaves(child) > most) shown.set(child.orgId, []);
    return place(root, shown, 0, { next: 0 });
  });
  return [...first, ...own];
}

const rowsOf = (node: Placed): number =>
  node.children.length === 0 ? node.row + 1 : Math.max(...node.children.map(rowsOf));

/**
 * 组织体系图 as a print page, A3 or A4 across, one drawing per sheet; it scales down to a phone. A page
 * of its own and not a document of the engine: boxes and lines are no flow of text.
 */
export function chartHtml(
  nodes: readonly ChartNode[],
  about: { readonly title: string; readonly asOf: PlainDate; readonly paper: 'A3' | 'A4' },
): string {
  const sheet = SHEETS[about.paper];
  const room = { width: sheet.width - 2 * MARGIN, height: sheet.height - 2 * MARGIN - HEAD };
  const known = new Set(nodes.map((node) => node.orgId));
  const below = Map.groupBy(nodes, (node) => node.parentId ?? '');
  const roots = nodes.filter((node) => node.parentId === null || !known.has(node.parentId));
  const most = Math.floor(room.height / ROW);
  const pages = roots.flatMap((root) => sheetsOf(root, below, most));
  const drawings = pages.map((page, index) => {
    const columns = depthOf(page) + 1;
    const width = Math.min(90, (room.width - (columns - 1) * GAP) / columns);
    const high = Math.max(rowsOf(page) * ROW, ROW * 4);
    const sheetNo = pages.length === 1 ? '' : `　第${index + 1}张，共${pages.length}张`;
    return `<section><h1>${escape(about.title)}</h1><p>截至${chineseDate(about.asOf)}${sheetNo}</p><svg viewBox="-0.5 -0.5 ${room.width + 1} ${high + 1}" role="img" aria-label="${escape(page.name)}组织体系图">${drawn(page, width)}</svg></section>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(about.title)}</title><style>
@page{size:${about.paper} landscape;margin:${MARGIN}mm}
body{margin:0;padding:3mm;font-family:"Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#111;background:#fff}
h1{font-size:16pt;margin:0;text-align:center}p{margin:1mm 0 3mm;text-align:center;font-size:10pt}
svg{display:block;width:100%;height:auto}rect{fill:#fff;stroke:#333;stroke-width:.3}path{fill:none;stroke:#666;stroke-width:.3}.facts{fill:#333}
section+section{break-before:page;margin-top:6mm}@media print{body{padding:0}section+section{margin-top:0}}
</style></head><body>${drawings.join('')}</body></html>`;
}
