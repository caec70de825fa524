import type { Inputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import { toFile } from '#engines/document';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { facesOf } from '#modules/members';
import { orgNames } from '#modules/organisations';
import { certificateDocument } from '../documents/certificate.ts';
import { arrivedLedger, awayLedger, contactLedger } from '../documents/ledgers.ts';
import { awaysById } from '../store/away.ts';
import { lifeOf } from '../store/life.ts';
import { arrived } from './arrived.ts';
import { away } from './away.ts';
import { contacts } from './contacts.ts';

type In = Inputs<typeof floatingContract>;

/** A ledger prints everything; nobody keeps more by hand. */
const ALL = { page: 1, pageSize: 10_000 } as const;

const nameOf = async (read: Read, orgId: OrgId): Promise<string> =>
  (await orgNames(read, [orgId])).get(orgId)?.name ?? '';

/** 流出党员台账, with all below where asked. */
export async function awayPaper(read: Read, input: In['awayPaper']): Promise<Result<File>> {
  const found = await away(read, { ...input, state: 'away', ...ALL });
  if (found === null) return refuse('common.not_found');
  const document = awayLedger({
    orgName: await nameOf(read, input.orgId),
    on: read.today,
    rhythm: found.rhythm,
    rows: found.rows,
  });
  return ok(await toFile(document, '流出党员台账', input.format));
}

/** 流入党员台账 */
export async function arrivedPaper(read: Read, input: In['arrivedPaper']): Promise<Result<File>> {
  const found = await arrived(read, { ...input, state: 'here', ...ALL });
  if (found === null) return refuse('common.not_found');
  const document = arrivedLedger({
    orgName: await nameOf(read, input.orgId),
    on: read.today,
    rows: found.rows,
  });
  return ok(await toFile(document, '流入党员台账', input.format));
}

/** 流动党员联系记录 of a year, from the first to the last. */
export async function contactPaper(read: Read, input: In['contactPaper']): Promise<Result<File>> {
  const found = await contacts(read, { ...input, ...ALL });
  if (found === null) return refuse('common.not_found');
  const document = contactLedger({
    orgName: await nameOf(read, input.orgId),
    year: input.year,
    on: read.today,
    rows: found.rows.toReversed(),
  });
  return ok(await toFile(document, `流动党员联系记录 ${input.year}`, input.format));
}

const SEXES = { male: '男', female: '女' } as const;

/** 流动党员活动证, filled from the records of both ends. */
export async function certificatePaper(
  read: Read,
  input: In['certificatePaper'],
): Promise<Result<File>> {
  const [row] = await awaysById(read, [input.awayId]);
  if (row === undefined) return refuse('common.not_found');
  const face = (await facesOf(read, [row.personId])).get(row.personId);
  const sex = face?.sex ?? null;
  const document = certificateDocument({
    number: row.certificateNo,
    name: row.name,
    sex: sex === null ? '' : SEXES[sex],
    bornOn: face?.bornOn ?? null,
    joinedOn: face?.joinedOn ?? null,
    orgName: await nameOf(read, row.orgId),
    keeperName: row.keeperName,
    reason: row.reason,
    place: row.place,
    leftOn: row.leftOn,
    hostName: row.hostName,
    life: await lifeOf(read, [row.awayId], null),
  });
  return ok(await toFile(document, `流动党员活动证 ${row.name}`, input.format));
}
