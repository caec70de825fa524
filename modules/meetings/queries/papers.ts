import type { Inputs, Outputs } from '#contract/lib';
import type { meetingsContract } from '#contract/meetings';
import { toFile, type Document } from '#engines/document';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { followUpDocument } from '../documents/follow-ups.ts';
import { hoursDocument } from '../documents/hours.ts';
import { minutesDocument } from '../documents/minutes.ts';
import { noticeDocument } from '../documents/notice.ts';
import { packageDocument } from '../documents/package.ts';
import { signInDocument } from '../documents/sign-in.ts';
import { yearPlanDocument } from '../documents/year-plan.ts';
import { readPaperCode } from '../rules/paper-code.ts';
import { sittingByCode } from '../store/by-code.ts';
import {
  followUpFacts,
  hoursFacts,
  minutesFacts,
  noticeFacts,
  packageFacts,
  signInFacts,
  yearPlanFacts,
} from './facts.ts';

type In = Inputs<typeof meetingsContract>;
type Format = 'html' | 'docx';

/** A paper of facts, or "not found" where there are none in sight. */
async function paper<Facts>(
  facts: Facts | null,
  document: (facts: Facts) => Document,
  name: (facts: Facts) => string,
  format: Format,
): Promise<Result<File>> {
  if (facts === null) return refuse('common.not_found');
  return ok(await toFile(document(facts), name(facts), format));
}

/** 会议通知 */
export const noticePaper = async (read: Read, input: In['noticePaper']): Promise<Result<File>> =>
  paper(
    await noticeFacts(read, input.sittingId),
    noticeDocument,
    (facts) => facts.title,
    input.format,
  );

/** 签到表 */
export const signInPaper = async (read: Read, input: In['signInPaper']): Promise<Result<File>> =>
  paper(
    await signInFacts(read, input.meetingId),
    signInDocument,
    (facts) => `签到表 ${facts.heldOn} ${facts.kindName}`,
    input.format,
  );

/** 会议记录 */
export const minutesPaper = async (read: Read, input: In['minutesPaper']): Promise<Result<File>> =>
  paper(
    await minutesFacts(read, input.meetingId),
    minutesDocument,
    (facts) => `${facts.kindName}记录 ${facts.heldOn}`,
    input.format,
  );

/** 会议包 */
export const packagePaper = async (read: Read, input: In['packagePaper']): Promise<Result<File>> =>
  paper(
    await packageFacts(read, input.sittingId),
    (facts) => packageDocument(facts.notice, facts.meetings),
    (facts) => `会议包 ${facts.notice.code}`,
    input.format,
  );

/** 年度计划表 */
export const planPaper = async (read: Read, input: In['planPaper']): Promise<Result<File>> =>
  paper(
    await yearPlanFacts(read, input),
    yearPlanDocument,
    () => `${input.year}年度组织生活计划表`,
    input.format,
  );

/** 决议落实表 */
export const followUpPaper = async (
  read: Read,
  input: In['followUpPaper'],
): Promise<Result<File>> =>
  paper(
    await followUpFacts(read, input),
    followUpDocument,
    () => `${input.year}年决议落实表`,
    input.format,
  );

/** 学时登记表 */
export const hoursPaper = async (read: Read, input: In['hoursPaper']): Promise<Result<File>> =>
  paper(
    await hoursFacts(read, input),
    hoursDocument,
    () => `${input.year}年学时登记表`,
    input.format,
  );

/** The sitting whose code stands on a paper; null where none within sight has it. */
export async function findByCode(
  read: Read,
  input: In['findByCode'],
): Promise<Outputs<typeof meetingsContract>['findByCode'] | null> {
  const code = readPaperCode(input.code);
  return code === null ? null : sittingByCode(read, code);
}
