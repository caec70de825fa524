import type { Inputs, Outputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { Id, PersonId } from '#kernel/ids';
import { addYears, dayOf } from '#kernel/plain-date';
import { offsetOf } from '#kernel/paging';
import type { Read } from '#platform/db';
import { orgNames } from '#modules/organisations';
import { findDuplicates, type DuplicateFacts } from '../rules/duplicates.ts';
import { fieldsOf, looseText } from '../rules/fields.ts';
import { checkIdentity } from '../rules/identity.ts';
import { BREAKS, byWeight, qualityOf, type Breaks } from '../rules/quality.ts';
import { DEFAULT_MEMBER_SETTINGS as SETTINGS } from '../rules/settings.ts';
import { medalList, medalListDue, standingOn } from '../rules/standing.ts';
import { hardshipsWithin } from '../store/hardship.ts';
import { mergesWithin, type MergeId } from '../store/merge.ts';
import { rosterRows, type RosterFilter, type RosterRow } from '../store/roster.ts';
import { numberHash, phoneHash, secretsOf } from '../store/secret.ts';
import { namesOf } from '../store/sight.ts';
import { filterOf, memberRows } from './roster.ts';

type Out = Outputs<typeof membersContract>;
type In = Inputs<typeof membersContract>;

const ALL = { limit: 200_000, offset: 0 };

/** Everybody within an organisation today; null when it is out of sight. */
async function everybody(
  read: Read,
  orgId: In['quality']['orgId'],
): Promise<{ rows: RosterRow[]; filter: RosterFilter } | null> {
  const filter = await filterOf(read, { q: '', orgId });
  return filter === null ? null : { rows: await rosterRows(read, filter, ALL), filter };
}

/** What is missing or odd in the files, ordered by what it would break. */
export async function quality(read: Read, input: In['quality']): Promise<Out['quality'] | null> {
  const found = await everybody(read, input.orgId);
  if (found === null) return null;
  const secrets = await secretsOf(
    read,
    found.rows.map((row) => row.person_id as PersonId),
  );
  const grouped = new Set(
    found.rows.filter((row) => row.group_id !== null).map((row) => row.org_id),
  );
  const names = await orgNames(
    read,
    found.rows.map((row) => row.org_id),
  );
  const latest = addYears(read.today, -SETTINGS.minimumAge);
  const findings = found.rows.flatMap((row) => {
    const fields = fieldsOf(row);
    const secret = secrets.get(row.person_id);
    const identity =
      typeof secret?.idNumber === 'string' ? checkIdentity(secret.idNumber, latest) : null;
    const facts = {
      name: row.name,
      category: row.category,
      sex: fields.sex,
      ethnic: fields.ethnic,
      bornOn: fields.bornOn?.day ?? null,
      joinedOn: fields.joinedOn?.day ?? null,
      regularisedOn: fields.regularisedOn?.day ?? null,
      extensionMonths: fields.extension,
      education: fields.education,
      work: fields.work,
      hasIdentity: typeof secret?.idNumber === 'string',
      identityBornOn: identity?.ok === true ? identity.value.bornOn : null,
      identitySex: identity?.ok === true ? identity.value.sex : null,
      hasPhone: typeof secret?.phone === 'string',
      hasGroup: row.group_id !== null,
      branchHasGroups: grouped.has(row.org_id),
    };
    return qualityOf(facts, read.today, SETTINGS).map((finding) => ({ finding, row }));
  });
  const kinds = (Object.keys(BREAKS) as Breaks[]).map((key) => ({
    key,
    name: BREAKS[key],
    count: findings.filter(({ finding }) => finding.breaks === key).length,
  }));
  const chosen = findings
    .filter(({ finding }) => input.breaks === undefined || finding.breaks === input.breaks)
    .toSorted((a, b) => byWeight(a.finding, b.finding));
  return {
    kinds,
    total: chosen.length,
    rows: chosen
      .slice(offsetOf(input), offsetOf(input) + input.pageSize)
      .map(({ finding, row }) => ({
        personId: row.person_id as PersonId,
        name: row.name,
        orgName: names.get(row.org_id)?.shortName ?? '',
        field: finding.field,
        breaks: finding.breaks,
        text: finding.text,
      })),
  };
}

/** “光荣在党50年” of a year: who reaches it by 1 July, who had it before, whose day is not known. */
export async function fiftyYears(
  read: Read,
  input: In['fiftyYears'],
): Promise<Out['fiftyYears'] | null> {
  const found = await everybody(read, input.orgId);
  if (found === null) return null;
  const full = found.rows.filter((row) => row.category === 'full');
  const list = medalList(
    full.map((row) => ({
      personId: row.person_id,
      regularisedOn: row.regularised_on,
      correctionMonths: row.correction,
    })),
    input.year,
    SETTINGS,
  );
  const groups = new Map([
    ...list.reaching.map((id) => [id, 'reaching' as const] as const),
    ...list.earlier.map((id) => [id, 'earlier' as const] as const),
    ...list.unknown.map((id) => [id, 'unknown' as const] as const),
  ]);
  const people = full.filter((row) => groups.has(row.person_id));
  const names = await orgNames(
    read,
    people.map((row) => row.org_id),
  );
  return {
    cutoff: list.cutoff,
    due: medalListDue(read.today, SETTINGS) || read.today >= dayOf(input.year, 12, 31),
    people: people.map((row) => {
      const fields = fieldsOf(row);
      return {
        personId: row.person_id as PersonId,
        name: row.name,
        orgName: names.get(row.org_id)?.shortName ?? '',
        bornOn: looseText(fields.bornOn),
        regularisedOn: looseText(fields.regularisedOn),
        standing:
          row.regularised_on === null
            ? null
            : standingOn(row.regularised_on, row.correction, list.cutoff),
        group: groups.get(row.person_id) ?? 'unknown',
      };
    }),
  };
}

/** 困难、老党员: only rows the reader is named in. */
export async function hardships(
  read: Read,
  input: In['hardships'],
): Promise<Out['hardships'] | null> {
  const filter = await filterOf(read, { q: '', orgId: input.orgId });
  if (filter === null) return null;
  const rows = await hardshipsWithin(read, filter.within ?? '-');
  const names = await namesOf(
    read,
    rows.flatMap((row) => [row.person_id, ...row.readers]) as PersonId[],
  );
  const orgs = await orgNames(
    read,
    rows.map((row) => row.org_id),
  );
  return {
    people: rows.map((row) => ({
      hardshipId: row.hardship_id as Id<'Hardship'>,
      personId: row.person_id as PersonId,
      name: names.get(row.person_id) ?? '',
      orgName: orgs.get(row.org_id)?.shortName ?? '',
      kind: row.kind,
      situation: row.situation,
      help: row.help,
      from: row.valid_from,
      to: row.valid_to,
      readers: row.readers.map((id) => ({
        personId: id as PersonId,
        name: names.get(id) ?? '上级党组织指定的同志',
      })),
    })),
  };
}

/** Pairs that may be one person, and merges that can be taken back. */
export async function duplicates(
  read: Read,
  input: In['duplicates'],
): Promise<Out['duplicates'] | null> {
  const found = await everybody(read, input.orgId);
  if (found === null) return null;
  const secrets = await secretsOf(
    read,
    found.rows.map((row) => row.person_id as PersonId),
  );
  const facts = found.rows.map((row): DuplicateFacts => {
    const fields = fieldsOf(row);
    const secret = secrets.get(row.person_id);
    return {
      personId: row.person_id,
      name: row.name,
      idHash: typeof secret?.idNumber === 'string' ? numberHash(read, secret.idNumber) : null,
      phoneHash: typeof secret?.phone === 'string' ? phoneHash(read, secret.phone) : null,
      sex: fields.sex,
      bornOn: fields.bornOn,
      joinedOn: fields.joinedOn,
    };
  });
  const pairs = findDuplicates(facts, SETTINGS).slice(0, 200);
  const wanted = new Set(pairs.flatMap((pair) => [pair.a, pair.b]));
  const rows = await memberRows(
    read,
    found.rows.filter((row) => wanted.has(row.person_id)),
    found.filter.day,
  );
  const byId = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.personId, row]));
  const merges = await mergesWithin(read, found.filter.within ?? '-');
  const names = await namesOf(
    read,
    merges.flatMap((row) => [row.kept_id, row.person_id]) as PersonId[],
  );
  const who = (id: string) => ({ personId: id as PersonId, name: names.get(id) ?? '' });
  return {
    pairs: pairs.flatMap((pair) => {
      const [a, b] = [byId.get(pair.a), byId.get(pair.b)];
      return a === undefined || b === undefined
        ? []
        : [{ a, b, score: pair.score, reasons: pair.reasons.map((one) => REASONS[one]) }];
    }),
    merged: merges.map((row) => ({
      mergeId: row.id as MergeId,
      kept: who(row.kept_id),
      alias: who(row.person_id),
      at: row.entered_at.toISOString(),
      reason: row.reason,
    })),
  };
}

const REASONS = {
  identity: '公民身份号码相同',
  name: '姓名相同',
  similar_name: '姓名相近',
  birth: '出生日期相同',
  joined: '入党日期相同',
  phone: '手机号码相同',
} as const;
