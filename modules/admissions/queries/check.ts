import type { Inputs, Outputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import type { Id } from '#kernel/ids';
import { nthWorkday } from '#kernel/work-days';
import type { Read } from '#platform/db';
import { membershipsOf } from '#modules/members';
import type { PersonId } from '#kernel/ids';
import { checkStep } from '../commands/do-step.ts';
import type { Told } from '../rules/facts.ts';
import { contactFindings, introducerFindings } from '../rules/people.ts';
import { caseOf } from '../store/cases.ts';
import { helperFacts, load, withBasis } from './facts.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>;

interface Form {
  readonly told: Told;
  readonly meetingId?: Id<'Meeting'>;
  readonly voteId?: string;
  readonly papers: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
}

const NO_FORM: Form = { told: {}, papers: [], reasons: {} };

/** The form as far as it is filled; one that cannot be read counts as empty. */
export function readForm(text: string): Form {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? { ...NO_FORM, ...(value as Partial<Form>) }
      : NO_FORM;
  } catch {
    return NO_FORM;
  }
}

/** What speaks against a step as its form stands; the same rules as doing it. */
export async function check(read: Read, input: In['check']): Promise<Out['check'] | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const form = readForm(input.form);
  const { found, loaded } = await checkStep(read, row, {
    caseId: row.caseId,
    move: input.move,
    on: input.on,
    ...form,
  });
  const { settings, calendar } = loaded.facts;
  const end =
    input.move === 'begin_notice' ? nthWorkday(calendar, input.on, settings.noticeWorkdays) : null;
  return {
    findings: [...found],
    notice: end === null ? null : { until: end.day, provisional: end.provisional },
  };
}

/** Members of the branch, each with what speaks against being contact or introducer; those without anything first. */
export async function helpers(read: Read, input: In['helpers']): Promise<Out['helpers'] | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const loaded = await load(read, row, input.on, {}, null);
  const members = await membershipsOf(read, row.place.orgId, input.on, input.on);
  const facts = await helperFacts(
    read,
    members.map((one) => one.person_id as PersonId),
    input.on,
  );
  const findingsOf = input.role === 'contact' ? contactFindings : introducerFindings;
  return {
    people: [...facts.values()]
      .map((helper) => ({
        personId: helper.personId,
        name: helper.name,
        findings: findingsOf(loaded.facts, helper, input.on).map(withBasis),
      }))
      .toSorted(
        (a, b) => a.findings.length - b.findings.length || a.name.localeCompare(b.name, 'zh'),
      ),
  };
}
