import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import { addToMonth, dayOf, monthOf, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import { orgNames, placeOf } from '#modules/organisations';
import { reliefsOf, supplementsOf } from '../store/assessments.ts';
import { settingRows } from '../store/settings.ts';
import { settingsOf } from './assessment.ts';

type In = Inputs<typeof duesContract>;
type Out = Outputs<typeof duesContract>;

/** How dues are reckoned at a place, and which organisations fixed it. */
export async function settings(read: Read, input: In['settings']): Promise<Out['settings'] | null> {
  const place = await placeOf(read, input.orgId);
  const found = await settingsOf(read, input.orgId, input.month);
  if (place === null || found === null) return null;
  const rows = (await settingRows(read)).filter(
    (row) =>
      place.orgPath.startsWith(row.org_path) &&
      monthOf(row.valid_from) <= input.month &&
      (row.valid_to === null || monthOf(row.valid_to) > input.month),
  );
  const names = await orgNames(
    read,
    rows.map((row) => row.org_id),
  );
  return {
    settings: found,
    fixedBy: rows.toReversed().map((row) => ({
      orgName: names.get(row.org_id)?.name ?? '上级党组织',
      from: monthOf(row.valid_from),
      own: row.org_id === input.orgId,
    })),
  };
}

const beginOf = (year: number): PlainDate => dayOf(year, 1, 1);

/** Reliefs that hold at some time of a year. */
export async function reliefs(read: Read, input: In['reliefs']): Promise<Out['reliefs'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const all = await reliefsOf(read, { orgIds: [input.orgId], knownAt: null });
  const rows = all.filter(
    (row) =>
      row.valid_from < beginOf(input.year + 1) &&
      (row.valid_to === null || row.valid_to > beginOf(input.year)),
  );
  const names = await namesOf(
    read,
    rows.map((row) => row.person_id as PersonId),
  );
  return {
    reliefs: rows.map((row) => ({
      reliefId: row.id as Id<'DuesRelief'>,
      personId: row.person_id as PersonId,
      name: names.get(row.person_id) ?? '',
      amount: row.amount_fen,
      fromMonth: monthOf(row.valid_from),
      toMonth: row.valid_to === null ? null : addToMonth(monthOf(row.valid_to), -1),
      studiedOn: row.studied_on,
      approvedOn: row.approved_on,
      approvedBy: row.approved_by,
      approvalPaper: row.approval_paper,
      reason: row.reason,
    })),
  };
}

/** 补缴 put down in a year. */
export async function supplements(
  read: Read,
  input: { readonly orgId: OrgId; readonly year: number },
): Promise<Out['supplements'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const all = await supplementsOf(read, { orgIds: [input.orgId], knownAt: null });
  const rows = all.filter(
    (row) => row.decided_on >= beginOf(input.year) && row.decided_on < beginOf(input.year + 1),
  );
  const names = await namesOf(
    read,
    rows.map((row) => row.person_id as PersonId),
  );
  return {
    supplements: rows.map((row) => ({
      supplementId: row.id as Id<'DuesSupplement'>,
      personId: row.person_id as PersonId,
      name: names.get(row.person_id) ?? '',
      month: monthOf(row.for_month),
      amount: row.amount_fen,
      decidedOn: row.decided_on,
      reason: row.reason,
    })),
  };
}
