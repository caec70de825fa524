import type { Inputs } from '#contract/lib';
import { TALK_KINDS, type talksContract } from '#contract/talks';
import { toFile } from '#engines/document';
import type { OrgId } from '#kernel/ids';
import { dayOf, todayAt } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { orgNames } from '#modules/organisations';
import { ledgerDocument } from '../documents/ledger.ts';
import { recordDocument } from '../documents/record.ts';
import { sideOf } from '../store/own.ts';
import { talkOf, talksOver } from '../store/talks.ts';
import { content } from './lists.ts';

type In = Inputs<typeof talksContract>;
const nameOf = async (read: Read, orgId: OrgId): Promise<string | null> =>
  (await orgNames(read, [orgId])).get(orgId)?.name ?? null;

/** 谈心谈话记录表 with lines for handwriting: of a talk entered, or wholly empty. */
export async function recordPaper(read: Read, input: In['recordPaper']): Promise<Result<File>> {
  const orgName = await nameOf(read, input.orgId);
  if (orgName === null) return refuse('common.not_found');
  const row = input.talkId === undefined ? null : await talkOf(read, input.talkId);
  if (input.talkId !== undefined && row?.org_id !== input.orgId) return refuse('common.not_found');
  const talk =
    row === null
      ? null
      : {
          heldOn: row.held_on,
          kind: TALK_KINDS[row.kind].name,
          place: row.place,
          talker: row.talker_name,
          partner: row.partner_name,
        };
  const document = recordDocument({ orgName, talk, text: null });
  return ok(
    await toFile(document, `谈心谈话记录表${talk === null ? '' : ` ${talk.heldOn}`}`, input.format),
  );
}

/** The same sheet for one of the two, with what they wrote. */
export async function ownPaper(read: Read, input: In['ownPaper']): Promise<Result<File>> {
  const me = read.actor.personId;
  const side = me === null ? null : await sideOf(read, me, input.talkId);
  const said = await content(read, input);
  if (side === null || said === null) return refuse('common.not_found');
  const orgName = (await nameOf(read, side.org_id as OrgId)) ?? '';
  const [talker, partner] =
    side.side === 'talker' ? [side.own_name, side.other_name] : [side.other_name, side.own_name];
  const document = recordDocument({
    orgName,
    talk: {
      heldOn: side.held_on,
      kind: TALK_KINDS[side.kind].name,
      place: side.place,
      talker,
      partner,
    },
    text: said.text.trim() === '' ? null : said.text,
  });
  return ok(await toFile(document, `谈心谈话记录表 ${side.held_on}`, input.format));
}

/** One standing talk as lists and books print it. */
export interface TalkLine {
  readonly heldOn: Awaited<ReturnType<typeof talksOver>>[number]['held_on'];
  readonly kind: string;
  readonly talker: string;
  readonly partner: string;
  readonly place: string;
  readonly enteredOn: ReturnType<typeof todayAt>;
}

/** Every talk of an organisation in a year, in order of days: who, when, of which kind. */
export async function talksOfYear(read: Read, orgId: OrgId, year: number): Promise<TalkLine[]> {
  const rows = await talksOver(read, [orgId], dayOf(year, 1, 1), dayOf(year, 12, 31));
  return rows.map((row) => ({
    heldOn: row.held_on,
    kind: TALK_KINDS[row.kind].name,
    talker: row.talker_name,
    partner: row.partner_name,
    place: row.place,
    enteredOn: todayAt(row.entered_at.getTime()),
  }));
}

/** 谈心谈话一览表 of a year. */
export async function ledgerPaper(read: Read, input: In['ledgerPaper']): Promise<Result<File>> {
  const orgName = await nameOf(read, input.orgId);
  if (orgName === null) return refuse('common.not_found');
  const rows = await talksOfYear(read, input.orgId, input.year);
  const document = ledgerDocument({ orgName, year: input.year, on: read.today, rows });
  return ok(await toFile(document, `谈心谈话一览表 ${input.year}`, input.format));
}
