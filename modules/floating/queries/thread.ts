import type { Inputs, Outputs } from '#contract/lib';
import {
  CONTACT_MEANS,
  GRADES,
  RETURN_WAYS,
  TOLD_BY,
  type floatingContract,
} from '#contract/floating';
import { formatYuan } from '#kernel/money';
import { chineseMonth, todayAt } from '#kernel/plain-date';
import { isWithin } from '#kernel/org-path';
import { refuse } from '#kernel/result';
import type { Read } from '#platform/db';
import { paymentsOf } from '#modules/dues';
import { presencesOf } from '#modules/meetings';
import { knownOrgs } from '#modules/organisations';
import { canAt, mayAt } from '../policy.ts';
import { whereabouts } from '../rules/away.ts';
import { arrivalsFor } from '../store/arrivals.ts';
import { awaysById, firstEntered, type AwayRow } from '../store/away.ts';
import { contactsOf } from '../store/contacts.ts';
import { lifeOf, type LifeRow } from '../store/life.ts';
import { shownAway } from './away.ts';
import { withContact } from './standing.ts';

type In = Inputs<typeof floatingContract>;
type Out = Outputs<typeof floatingContract>;
type Event = Out['thread']['events'][number];

const PLAIN = { enteredOn: null, detail: '', by: '', contactId: null, lifeId: null } as const;
const dayAt = (at: Date) => todayAt(at.getTime());

/** 2026年1月—3月党费 */
const monthsText = (one: LifeRow): string =>
  one.fromMonth === null || one.toMonth === null
    ? ''
    : one.fromMonth === one.toMonth
      ? chineseMonth(one.fromMonth)
      : `${chineseMonth(one.fromMonth)}至${chineseMonth(one.toMonth)}`;

/** What a record of the host, or of the certificate, says in one line. */
export function lifeText(one: LifeRow): string {
  switch (one.kind) {
    case 'activity':
      return `在流入地参加活动：${one.words}`;
    case 'dues':
      return `在流入地交纳${monthsText(one)}党费${one.amount === null ? '' : formatYuan(one.amount)}元`;
    case 'evaluation':
      return `${one.year ?? ''}年度民主评议：${one.grade === null ? '' : GRADES[one.grade]}`;
    default:
      return `${one.year ?? ''}年度活动证检验`;
  }
}

async function eventsOf(read: Read, row: AwayRow): Promise<Event[]> {
  const ids = [row.awayId];
  const span = { from: row.leftOn, to: row.returnedOn ?? read.today, knownAt: null };
  const atHome = (await presencesOf(read, [row.personId], { ...span, orgId: row.orgId })).map(
    (one): Event => ({
      ...PLAIN,
      key: `m${one.meetingId}`,
      on: one.on,
      kind: 'meeting',
      title: `回支部参加会议：${one.title}`,
    }),
  );
  const paid = (await paymentsOf(read, [row.personId], span)).map((one): Event => ({
    ...PLAIN,
    key: `d${one.id}`,
    on: one.on,
    kind: 'dues',
    title: '交纳党费',
  }));
  const log = (await contactsOf(read, ids, null)).map((one): Event => ({
    ...PLAIN,
    key: one.contactId,
    on: one.on,
    enteredOn: dayAt(one.enteredAt),
    kind: one.report ? 'report' : 'contact',
    title: `${one.report ? '本人汇报' : '联系'}（${CONTACT_MEANS[one.how]}）`,
    detail: one.content,
    by: `联系人：${one.byName}`,
    contactId: one.contactId,
  }));
  const life = (await lifeOf(read, ids, null)).map((one): Event => ({
    ...PLAIN,
    key: one.lifeId,
    on: one.on,
    enteredOn: dayAt(one.enteredAt),
    kind: one.kind === 'dues' ? 'dues' : one.kind,
    title: lifeText(one),
    detail: one.kind === 'evaluation' ? one.words : '',
    by:
      one.kind === 'review' ? '' : one.fromPaper ? `据${one.saidBy}纸质记录` : `${one.saidBy}反馈`,
    lifeId: one.lifeId,
  }));
  const arrived = (await arrivalsFor(read, ids)).map((one): Event => ({
    ...PLAIN,
    key: one.arrivalId,
    on: one.arrivedOn,
    kind: 'arrived',
    title: '流入地党组织接收登记',
    detail: one.keeperName === '' ? '' : `联系人：${one.keeperName}`,
  }));
  const left: Event = {
    ...PLAIN,
    key: 'left',
    on: row.leftOn,
    enteredOn: dayAt(await firstEntered(read, row.awayId)),
    kind: 'left',
    title: `流出：${whereabouts(row.reason, row.place)}`,
    detail: TOLD_BY[row.toldBy],
  };
  const back: Event[] =
    row.returnedOn === null || row.returnWay === null
      ? []
      : [
          {
            ...PLAIN,
            key: 'back',
            on: row.returnedOn,
            kind: 'returned',
            title: RETURN_WAYS[row.returnWay],
          },
        ];
  // Of one day the return stands last, and leaving first.
  const order = [...back, ...log, ...life, ...atHome, ...paid, ...arrived, left];
  return order.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

/** One stay from leaving to return, with all that is known of it, the latest first; for both ends. */
export async function thread(read: Read, input: In['thread']): Promise<Out['thread'] | null> {
  const [row] = await awaysById(read, [input.awayId]);
  if (row === undefined) return null;
  const { actor } = read;
  // A member sees their own stay by row security; the thread is for officers of one end or the other.
  const atHome = actor.scope !== null && isWithin(row.orgPath, actor.scope);
  const asHost =
    row.host !== null && actor.scope !== null && isWithin(row.host.orgPath, actor.scope);
  if (!atHome && !asHost) return null;
  const [standing] = await withContact(read, [row], read.today);
  if (standing === undefined) return null;
  const home = (await knownOrgs(read, [row.orgId])).get(row.orgId);
  const life = await lifeOf(read, [row.awayId], null);
  const write = canAt(actor, row.orgPath, 'floating.write');
  const open = row.returnedOn === null ? write : refuse('floating.back_already').refusal;
  const speaks =
    row.host === null
      ? write
      : mayAt(actor, row.host.orgPath, 'floating.write') || refuse('floating.by_host').refusal;
  return {
    row: shownAway(read, standing, home?.shortName ?? '', read.today),
    events: await eventsOf(read, row),
    reviewed: life.flatMap((one) => (one.kind === 'review' && one.year !== null ? [one.year] : [])),
    can: {
      change: open,
      back: open,
      contact:
        canAt(actor, row.orgPath, 'floating.contact') === true ||
        (row.host !== null && mayAt(actor, row.host.orgPath, 'floating.contact'))
          ? true
          : refuse('common.not_allowed').refusal,
      phone:
        row.phone === null
          ? refuse('floating.no_phone').refusal
          : canAt(
              actor,
              (asHost && !atHome && row.host !== null ? row.host : row).orgPath,
              'floating.phone',
            ),
      tell: speaks,
      review: row.certificateNo === '' ? refuse('floating.no_certificate').refusal : write,
      write,
    },
  };
}
