import type { Inputs } from '#contract/lib';
import { GRADES, type floatingContract } from '#contract/floating';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { knownOrgs, ownPlace, type OrgPlace } from '#modules/organisations';
import { mayAt } from '../policy.ts';
import { untoldOf } from '../queries/untold.ts';
import { awaysById, type AwayId, type AwayRow } from '../store/away.ts';
import { arrivalsForUpdate } from '../store/arrivals.ts';
import {
  BLANK_LIFE,
  insertLife,
  isToldAlready,
  lifeForUpdate,
  supersedeLife,
  type LifeId,
  type LifeValues,
} from '../store/life.ts';

type In = Inputs<typeof floatingContract>;

/** Who speaks of a stay: the host where it is kept here, else the home branch from paper. */
interface Speaker {
  readonly away: AwayRow;
  readonly place: OrgPlace;
  readonly saidBy: string;
  readonly fromPaper: boolean;
}

async function speakerOf(write: Write, awayId: AwayId, hostName: string): Promise<Result<Speaker>> {
  const [away] = await awaysById(write, [awayId]);
  if (away === undefined) return refuse('common.not_found');
  const { host } = away;
  if (host !== null && mayAt(write.actor, host.orgPath, 'floating.write')) {
    const name = (await knownOrgs(write, [host.orgId])).get(host.orgId)?.name ?? away.hostName;
    await write.tick(host.orgId);
    return ok({ away, place: host, saidBy: name, fromPaper: false });
  }
  const own = await ownPlace(write, away.orgId);
  if (!own.ok) return own;
  if (host !== null) return refuse('floating.by_host');
  await write.tick(away.orgId);
  const said = hostName !== '' ? hostName : away.hostName !== '' ? away.hostName : '流入地党组织';
  return ok({ away, place: own.value, saidBy: said, fromPaper: true });
}

async function say(
  write: Write,
  speaker: Speaker,
  more: Pick<LifeValues, 'kind' | 'on'> & Partial<LifeValues>,
): Promise<Result<{ lifeId: LifeId }>> {
  const { away, place, saidBy, fromPaper } = speaker;
  if (more.on > write.today)
    return refuse('floating.in_future', { day: chineseDate(more.on), what: '登记的事' });
  if (more.on < away.leftOn)
    return refuse('floating.before_left', { day: chineseDate(more.on), name: away.name });
  const lifeId = await insertLife(write, place, {
    ...BLANK_LIFE,
    awayId: away.awayId,
    otherPath: fromPaper ? away.otherPath : away.orgPath,
    personId: away.personId,
    name: away.name,
    saidBy,
    fromPaper,
    ...more,
  });
  await write.audit({
    action: `floating.tell_${more.kind}`,
    objectKind: 'floating_life',
    objectId: lifeId,
    place,
    forPersonId: away.personId,
    fields: { on: more.on, kind: more.kind, year: more.year ?? null },
  });
  return ok({ lifeId });
}

/** 反馈参加活动情况: the meetings here at which they were present, as far as the home branch was not told yet. */
export async function tellLife(
  write: Write,
  input: Omit<In['tell'], 'commandId'>,
): Promise<Result<{ told: number }>> {
  const arrivals = await arrivalsForUpdate(write, input.arrivalIds);
  if (arrivals.length === 0) return refuse('common.not_found');
  let told = 0;
  for (const arrival of arrivals) {
    const own = await ownPlace(write, arrival.orgId);
    if (!own.ok) return own;
    if (arrival.awayId === null) return refuse('floating.no_home_here');
    const speaker = await speakerOf(write, arrival.awayId, '');
    if (!speaker.ok) return speaker;
    for (const one of await untoldOf(write, arrival, speaker.value.away)) {
      const done = await say(write, speaker.value, {
        kind: 'activity',
        on: one.on,
        words: one.title,
        meetingId: one.meetingId,
      });
      if (!done.ok) return done;
      told += 1;
    }
  }
  return told === 0 ? refuse('floating.nothing_to_report') : ok({ told });
}

/** 反馈民主评议结果 (`mobile.evaluation.report`): once a year for each stay. */
export async function tellGrade(
  write: Write,
  input: Omit<In['evaluate'], 'commandId'>,
): Promise<Result<{ lifeId: LifeId }>> {
  const speaker = await speakerOf(write, input.awayId, input.hostName);
  if (!speaker.ok) return speaker;
  try {
    return await say(write, speaker.value, {
      kind: 'evaluation',
      on: input.on,
      year: input.year,
      grade: input.grade,
      words: input.words === '' ? GRADES[input.grade] : input.words,
    });
  } catch (error) {
    if (isToldAlready(error))
      return refuse('floating.year_told', { year: input.year, what: '评议结果' });
    throw error;
  }
}

/** An activity or dues at the host that no meeting of this installation tells of. */
export async function recordLife(
  write: Write,
  input: Omit<In['recordLife'], 'commandId'>,
): Promise<Result<{ lifeId: LifeId }>> {
  const speaker = await speakerOf(write, input.awayId, '');
  if (!speaker.ok) return speaker;
  const { what } = input;
  if (what.kind === 'activity')
    return say(write, speaker.value, { kind: 'activity', on: what.on, words: what.words });
  if (what.toMonth < what.fromMonth) return refuse('floating.months_out_of_order');
  return say(write, speaker.value, {
    kind: 'dues',
    on: what.on,
    fromMonth: what.fromMonth,
    toMonth: what.toMonth,
    amount: what.amount,
    words: '',
  });
}

/** 活动证年度检验 (LET06): once a year, by the home branch, together with the evaluation. */
export async function reviewCertificates(
  write: Write,
  input: Omit<In['review'], 'commandId'>,
): Promise<Result<{ reviewed: number }>> {
  const rows = await awaysById(write, input.awayIds);
  if (rows.length < new Set(input.awayIds).size) return refuse('common.not_found');
  for (const away of rows) {
    const own = await ownPlace(write, away.orgId);
    if (!own.ok) return own;
    if (away.certificateNo === '') return refuse('floating.no_certificate');
    await write.tick(away.orgId);
    try {
      const done = await say(
        write,
        { away, place: own.value, saidBy: '', fromPaper: true },
        { kind: 'review', on: input.on, year: input.year, words: away.certificateNo },
      );
      if (!done.ok) return done;
    } catch (error) {
      if (isToldAlready(error))
        return refuse('floating.year_told', { year: input.year, what: '检验' });
      throw error;
    }
  }
  return ok({ reviewed: rows.length });
}

/** Takes back a record made by mistake: whoever's branch entered it. */
export async function cancelLife(
  write: Write,
  input: Omit<In['cancelLife'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const row = await lifeForUpdate(write, input.lifeId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  await write.tick(row.place.orgId);
  await supersedeLife(write, input.lifeId);
  await write.audit({
    action: 'floating.cancel_life',
    objectKind: 'floating_life',
    objectId: input.lifeId,
    place: own.value,
    forPersonId: row.personId,
    fields: { kind: row.kind },
    reason: input.reason,
  });
  return ok({});
}
