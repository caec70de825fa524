import type { Inputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import { HEADS } from '#kernel/posts';
import { toDocx, toPrintHtml, toXlsx, type Document } from '#engines/document';
import type { Read } from '#platform/db';
import { chartHtml, type ChartNode } from '../documents/chart.ts';
import { committeeTable, groupsTable, handoverList, termsTable } from '../documents/papers.ts';
import { handovers } from '../store/handovers.ts';
import { orgNames, subtreeIdsOn } from '../store/look-up.ts';
import { tenures } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { groups } from './groups.ts';
import { posts } from './office.ts';
import { termLines } from './terms.ts';
import { nodesOn, type OrgNode } from './tree.ts';

type In = Inputs<typeof organisationsContract>;
type Format = 'html' | 'docx' | 'xlsx';

const HTML = 'text/html; charset=utf-8';
const MIME = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const htmlFile = (name: string, html: string): File =>
  new File([html], `${name}.html`, { type: HTML });

async function rendered(document: Document, name: string, format: Format): Promise<File> {
  if (format === 'html') return htmlFile(name, toPrintHtml(document));
  const bytes = format === 'docx' ? await toDocx(document) : await toXlsx(document);
  return new File([new Uint8Array(bytes)], `${name}.${format}`, { type: MIME[format] });
}

export async function committeePaper(
  read: Read,
  input: In['committeePaper'],
  roster: Roster,
): Promise<File | null> {
  const data = await posts(read, { orgId: input.orgId, asOf: input.asOf }, roster);
  return data === null
    ? null
    : rendered(committeeTable(data), `${data.orgName}班子成员及分工表`, input.format);
}

export async function groupsPaper(
  read: Read,
  input: In['groupsPaper'],
  roster: Roster,
): Promise<File | null> {
  const data = await groups(read, input, roster);
  return data === null
    ? null
    : rendered(groupsTable(data), `${data.orgName}党小组划分表`, input.format);
}

export async function termsPaper(read: Read, input: In['termsPaper']): Promise<File> {
  const { orgId } = read.actor;
  const organ = (await orgNames(read, [orgId])).get(orgId)?.name ?? '';
  const lines = await termLines(read);
  return rendered(termsTable(lines, organ, read.today), '换届到期一览表', input.format);
}

export async function handoverPaper(read: Read, input: In['handoverPaper']): Promise<File | null> {
  const [one] = await handovers(read, { handoverId: input.handoverId });
  if (one === undefined) return null;
  const orgName = (await orgNames(read, [one.orgId])).get(one.orgId)?.name ?? '';
  return rendered(handoverList({ ...one, orgName }), `${orgName}书记交接清单`, input.format);
}

/** Members of a body and all below it on the chart; null where a roster is out of sight. */
function membersBelow(nodes: readonly OrgNode[], orgId: string): number | null {
  const own = nodes.find((node) => node.orgId === orgId)?.members ?? null;
  return nodes
    .filter((node) => node.parentId === orgId)
    .map((node) => membersBelow(nodes, node.orgId))
    .reduce((sum, one) => (sum === null || one === null ? null : sum + one), own);
}

/** 组织体系图 of a body and all below it on a day. */
export async function chartPaper(
  read: Read,
  input: In['chartPaper'],
  roster: Roster,
): Promise<File | null> {
  const asOf = input.asOf ?? read.today;
  const rootId = input.orgId ?? read.actor.orgId;
  const ids = await subtreeIdsOn(read, rootId, asOf);
  const within = new Set<string>(ids);
  const found = (await nodesOn(read, asOf, roster)).filter((node) => within.has(node.orgId));
  const root = found.find((node) => node.orgId === rootId);
  if (root === undefined) return null;
  const heads = new Map<string, string>(
    (await tenures(read, { orgIds: ids, from: asOf, to: asOf }))
      .filter(
        (one) =>
          HEADS.includes(one.kind) &&
          one.kind !== 'deputy_secretary' &&
          one.inOfficeFrom !== null &&
          one.inOfficeFrom <= asOf,
      )
      .map((one) => [one.orgId, one.name]),
  );
  const nodes: ChartNode[] = found.map((node) => ({
    ...node,
    members: node.kind === 'leading_group' ? null : membersBelow(found, node.orgId),
    secretary: heads.get(node.orgId) ?? '',
  }));
  const title = `${root.name}组织体系图`;
  return htmlFile(title, chartHtml(nodes, { title, asOf, paper: input.paper }));
}
