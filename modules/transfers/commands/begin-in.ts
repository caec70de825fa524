import type { OrgId } from '#kernel/ids';
import type { PlainDate, PlainMonth } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { knownNumber } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import type { Told } from '../rules/facts.ts';
import type { Move, Route } from '../rules/words.ts';
import { caseForUpdate, caseOf, type CaseId } from '../store/cases.ts';
import { placesOf } from '../store/directory.ts';
import { sealNumbers } from '../store/sealed.ts';
import { putCase } from './begin-out.ts';
import { putStep } from './do-step.ts';

export interface BeginningIn {
  /** The branch that receives, or the committee that will name it. */
  readonly orgId: OrgId;
  readonly route: Route;
  readonly name: string;
  readonly category: 'full' | 'probationary';
  readonly sex?: 'male' | 'female' | undefined;
  readonly ethnic?: string | undefined;
  readonly bornOn?: PlainDate | undefined;
  readonly joinedOn?: PlainDate | undefined;
  readonly regularisedOn?: PlainDate | undefined;
  readonly probationEnds?: PlainDate | undefined;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly fromName: string;
  readonly fromCommittee: string;
  readonly duesMonth?: PlainMonth | undefined;
  /** Day on which the sender began it: in the national system, or by its letter. */
  readonly startedOn: PlainDate;
  /** 线上: day of the sender's approval. */
  readonly approvedOn?: PlainDate | undefined;
  readonly nationalNumber?: string | undefined;
  readonly letterNumber?: string | undefined;
  readonly letterDays?: number | undefined;
}

/** What the sender outside did before it came here, with the days its letter or the national system shows. */
function earlier(input: BeginningIn): { move: Move; on: PlainDate; told: Told }[] {
  const dues = { duesMonth: input.duesMonth ?? null };
  const first = { move: 'initiate' as const, on: input.startedOn };
  if (input.route === 'letter') {
    const { letterNumber, letterDays } = input;
    return [
      { ...first, told: dues },
      { move: 'issue_letter', on: input.startedOn, told: { ...dues, letterNumber, letterDays } },
    ];
  }
  const { nationalNumber } = input;
  return [
    { ...first, told: { ...dues, nationalNumber } },
    ...(input.approvedOn === undefined
      ? []
      : [{ move: 'approve_out' as const, on: input.approvedOn, told: {} }]),
  ];
}

/** 转入 from an organisation that is not kept here; the person enters the roster only when received. */
export async function beginIn(
  write: Write,
  input: BeginningIn,
): Promise<Result<{ caseId: CaseId; version: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  const to = (await placesOf(write, [input.orgId])).get(input.orgId);
  if (to === undefined) return refuse('common.not_found');
  const known = await knownNumber(write, input.idNumber);
  if (!known.ok) return known;
  const put = await putCase(write, {
    from: own.value,
    to: own.value,
    route: input.route,
    side: 'inward',
    subject: input.category,
    personId: null,
    personName: tidyName(input.name),
    about: {
      sex: input.sex === undefined ? '' : input.sex === 'male' ? '男' : '女',
      ethnic: input.ethnic ?? '',
      bornOn: input.bornOn ?? null,
      joinedOn: input.joinedOn ?? null,
      regularisedOn: input.regularisedOn ?? null,
      probationEnds: input.probationEnds ?? null,
      admission: '',
    },
    sealed: sealNumbers(write, {
      ...(input.idNumber === undefined ? {} : { idNumber: input.idNumber }),
      ...(input.phone === undefined ? {} : { phone: input.phone }),
    }),
    fromName: input.fromName,
    fromCommittee: input.fromCommittee,
    toName: to.name,
    toCommittee: to.committeeName,
    state: 'begun',
  });
  if (!put.ok) return put;
  const caseId = put.value;
  let version = 1;
  await caseForUpdate(write, caseId);
  for (const step of earlier(input)) {
    const row = await caseOf(write, caseId);
    if (row === null) return refuse('common.not_found');
    const done = await putStep(write, row, { ...step, reasons: {} });
    if (!done.ok) return done;
    ({ version } = done.value);
  }
  return ok({ caseId, version });
}
