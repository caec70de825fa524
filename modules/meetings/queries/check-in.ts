import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { MEETING_KINDS } from '../rules/kinds.ts';
import { isBuiltIn } from '../rules/own-kinds.ts';
import { checkInLines, tap } from '../store/check-in.ts';

type In = Inputs<typeof meetingsContract>;
type Out = Outputs<typeof meetingsContract>;

/** The sign-in page behind its code: names of the roll. Refused once closed, also for a wrong code. */
export async function checkInPage(
  context: RequestContext,
  input: In['checkInPage'],
): Promise<Result<Out['checkInPage']>> {
  const at = new Date(context.db.clock.now());
  const lines = await context.db.system((plain) => checkInLines(plain, input.code, at));
  const [first] = lines;
  if (first === undefined) return refuse('meetings.check_in_closed');
  return ok({
    title: first.kinds
      .map((kind) => (isBuiltIn(kind) ? MEETING_KINDS[kind].name : kind))
      .join('、'),
    branch: first.branch,
    heldOn: first.held_on,
    names: lines.map(({ key, name, tapped }) => ({ key, name, tapped })),
  });
}

/** Somebody present taps their own name; the recorder has the last word. */
export async function tapCheckIn(
  context: RequestContext,
  input: In['tapCheckIn'],
): Promise<Result<Out['tapCheckIn']>> {
  const at = new Date(context.db.clock.now());
  const done = await context.db.system((plain) => tap(plain, input.code, input.key, at));
  return done ? ok({}) : refuse('meetings.check_in_closed');
}
