import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read, Write } from '#platform/db';
import { homeOf, knownFiles } from '#modules/members';
import { orgNames } from '#modules/organisations';
import { mayWorkOn } from '../policy.ts';
import { hasBadMainCell } from '../rules/understand.ts';
import { entryOf } from '../rules/entry.ts';
import { planRow, type RowPlan, type Who } from '../rules/plan.ts';
import { caseForUpdate, touchCase, type Case } from '../store/cases.ts';
import { rowsForUpdate, updateRow, type StagedRow } from '../store/rows.ts';

type Input = Omit<Inputs<typeof importsContract>['answer'], 'commandId'>;
type Choice = Input['answers'][number]['choice'];

async function whoIs(read: Read, one: Case, choice: Choice): Promise<Who> {
  if (choice === 'new') return { kind: 'new' };
  const known = await knownFiles(read, [choice], one.asOf ?? read.today);
  const home = await homeOf(read, choice as Parameters<typeof homeOf>[1]);
  return {
    kind: 'person',
    personId: choice,
    home: home?.orgId ?? null,
    known: known.get(choice) ?? null,
  };
}

async function planAnswer(
  read: Read,
  one: Case,
  row: StagedRow,
  choice: Exclude<Choice, 'leave'>,
): Promise<RowPlan | null> {
  const { says, secret } = row;
  if (says === null) return null;
  const who = await whoIs(read, one, choice);
  const homes = who.kind === 'person' && who.home !== null ? [who.home] : [];
  const names = await orgNames(read, [
    ...homes,
    ...(row.targetOrgId === null ? [] : [row.targetOrgId]),
  ]);
  const open = (value: string | null | undefined): string | undefined =>
    value === null || value === undefined
      ? undefined
      : read.secrets.decrypt(read.actor.tenantId, value);
  return planRow({
    says,
    plain: { idNumber: open(secret?.id_number), phone: open(secret?.phone) },
    hashes: secret,
    badMainCell: hasBadMainCell(row.problems ?? []),
    keepBad: one.keepBad,
    who,
    target: row.targetOrgId === null ? { why: 'branch_missing' } : { orgId: row.targetOrgId },
    mode: one.kind,
    nameOf: (orgId: OrgId) => names.get(orgId)?.name ?? '',
  });
}

/** Answers which person a row stands for, that it is somebody new, or that it is left out. */
export async function answerRows(
  write: Write,
  input: Input,
): Promise<Result<{ answered: number }>> {
  const mine = mayWorkOn(write, await caseForUpdate(write, input.importId));
  if (!mine.ok) return mine;
  const one = mine.value;
  if (one.state !== 'ready' || one.generation === null) return refuse('imports.not_ready');
  const staging = { importId: one.importId, generation: one.generation, place: one.place };
  const wanted = new Map(input.answers.map(({ row, choice }) => [row, choice]));
  const rows = await rowsForUpdate(write, one.importId, one.generation, [...wanted.keys()]);
  let answered = 0;
  for (const row of rows) {
    const choice = wanted.get(row.row);
    if (choice === undefined) continue;
    if (choice === 'leave') {
      await updateRow(write, staging, { ...row, kind: 'left_out', why: 'leave' });
    } else {
      const asked = row.kind === 'ask' || row.why === 'leave' || row.why === 'answered';
      if (!asked || (choice !== 'new' && !row.candidates.includes(choice))) {
        return refuse('common.not_found');
      }
      const plan = await planAnswer(write, one, row, choice);
      if (plan === null) return refuse('common.not_found');
      const why = plan.kind === 'new' ? 'answered' : plan.why;
      const { says } = row;
      const { asOf, rosterFrom } = one;
      const entry =
        plan.kind !== 'new' || says === null || asOf === null || rosterFrom === null
          ? null
          : entryOf(write.newId<'Person'>(), says, rosterFrom, asOf);
      await updateRow(write, staging, { ...row, ...plan, entry, candidates: row.candidates, why });
    }
    answered += 1;
  }
  await touchCase(write, one.importId);
  return ok({ answered });
}
