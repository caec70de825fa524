import { findings, versionOn, type Act } from '#engines/procedure';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Write } from '#platform/db';
import { enterApplicant } from '#modules/members';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { caseFileOf, load } from '../queries/facts.ts';
import { labelOf } from '../queries/list.ts';
import type { Told } from '../rules/facts.ts';
import { GUARDS } from '../rules/guards.ts';
import { ADMISSION } from '../rules/steps.ts';
import type { Move } from '../rules/words.ts';
import { caseOf, insertCase, openCaseOf, type CaseId } from '../store/cases.ts';
import { setHelpers } from '../store/parts.ts';
import { insertStep, stepsOf } from '../store/steps.ts';
import { advance } from './advance.ts';

/** A step done before the case was kept here, taken over from paper. */
export interface Earlier {
  readonly move: Move;
  readonly on: PlainDate;
  readonly told: Told;
}

export interface Beginning {
  readonly orgId: OrgId;
  /** Somebody with a file here, or the fields of a new one. */
  readonly person:
    | { readonly personId: PersonId }
    | (Omit<Parameters<typeof enterApplicant>[1], 'orgId' | 'from'> & { readonly name: string });
  readonly mobile: boolean;
  readonly league: boolean;
  /** 递交入党申请书, and what was done since where a case is taken over from paper. */
  readonly steps: readonly Earlier[];
}

/** Of a step from paper only its place in the order is checked: what was done cannot be done otherwise now. */
const ORDER = new Set([
  'procedure.not_now',
  'procedure.in_future',
  'procedure.before_last_step',
  'procedure.not_in_version',
]);

async function takeOver(
  write: Write,
  place: OrgPlace,
  caseId: CaseId,
  step: Earlier,
  seq: number,
): Promise<Result<null>> {
  const row = await caseOf(write, caseId);
  if (row === null) return refuse('common.not_found');
  const loaded = await load(write, row, step.on, step.told, null);
  const act: Act<Move> = {
    move: step.move,
    on: step.on,
    by: write.actor.accountId,
    papers: new Set(),
    meeting: null,
    reasons: {},
  };
  const found = findings(
    ADMISSION,
    GUARDS,
    loaded.file,
    loaded.facts,
    act,
    write.today,
    loaded.facts.calendar,
  );
  const only = seq === 1 && step.move === 'apply' ? [...ORDER, 'admissions.too_young'] : [...ORDER];
  const wrong = found.find((one) => only.includes(one.code));
  if (wrong !== undefined) return refuse(wrong.code, { ...wrong.params, at: labelOf(step.move) });
  await insertStep(write, place, {
    caseId,
    personId: row.personId,
    seq,
    move: step.move,
    on: step.on,
    until: step.told.until ?? null,
    rules: versionOn(ADMISSION, step.on).version,
    meetingId: null,
    vote: null,
    told: step.told,
    reasons: {},
    // Handing it in is this step.
    papers: step.move === 'apply' ? ['application'] : [],
    fromPaper: seq > 1,
  });
  for (const [role, people] of [
    ['contact', step.told.contacts],
    ['introducer', step.told.introducers],
  ] as const)
    if (people !== undefined) await setHelpers(write, place, caseId, role, people, step.on);
  return ok(null);
}

/**
 * A case begins: somebody handed in an application, on paper or in person. Steps done before it was kept
 * here are taken over with their days. Refuses somebody who has an open case, and steps out of order.
 */
export async function beginCase(
  write: Write,
  input: Beginning,
): Promise<Result<{ caseId: CaseId; personId: PersonId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const [first] = input.steps;
  if (first?.move !== 'apply') return refuse('admissions.begins_with_application');
  await write.tick(input.orgId);
  let personId: PersonId;
  if ('personId' in input.person) {
    personId = input.person.personId;
    if ((await openCaseOf(write, personId)) !== null) return refuse('admissions.case_open');
  } else {
    const entered = await enterApplicant(write, {
      ...input.person,
      orgId: input.orgId,
      from: first.on,
    });
    if (!entered.ok) return entered;
    ({ personId } = entered.value);
  }
  let caseId: CaseId;
  try {
    caseId = await insertCase(write, place, {
      personId,
      mobile: input.mobile,
      league: input.league,
    });
  } catch (error) {
    if (constraintOf(error) === 'admission_case_open') return refuse('admissions.case_open');
    throw error;
  }
  for (const [index, step] of input.steps.entries()) {
    const taken = await takeOver(write, place, caseId, step, index + 1);
    if (!taken.ok) return taken;
  }
  const row = await caseOf(write, caseId);
  if (row === null) return refuse('common.not_found');
  const loaded = await load(write, row, write.today, {}, null);
  const steps = await stepsOf(write, [caseId]);
  await advance(write, loaded, caseFileOf(steps, []));
  await write.audit({
    action: 'admissions.begin',
    objectKind: 'admission_case',
    objectId: caseId,
    place,
    forPersonId: personId,
    fields: { on: first.on, steps: input.steps.length },
  });
  return ok({ caseId, personId });
}
