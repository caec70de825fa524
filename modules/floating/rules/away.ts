import { AWAY_REASONS, type AwayReason } from '#contract/floating';
import type { OrgId, PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** What a registration says, as far as rules look at it. */
export interface Told {
  readonly place: string;
  readonly reason: AwayReason;
  readonly leftOn: PlainDate;
  readonly expectedOn: PlainDate | null;
  readonly keeperId: PersonId | null;
  readonly hostOrgId: OrgId | null;
}

export interface Around {
  readonly today: PlainDate;
  readonly personId: PersonId;
  readonly orgId: OrgId;
  /** The branch is one of a village (EDU19 art. 33). */
  readonly village: boolean;
  /** Who may keep contact: in the roster and not away themselves. */
  readonly keepers: ReadonlySet<PersonId>;
  readonly nameOf: (personId: PersonId) => string;
}

export type AwayRefusal = Refusal<
  | 'floating.place_missing'
  | 'floating.in_future'
  | 'floating.out_of_order'
  | 'floating.keeper_missing'
  | 'floating.keeper_unfit'
  | 'floating.host_is_home'
>;

/** Whether a registration can stand. */
export function checkAway(told: Told, around: Around): Result<null, AwayRefusal> {
  if (told.place === '') return refuse('floating.place_missing');
  if (told.leftOn > around.today)
    return refuse('floating.in_future', { day: chineseDate(told.leftOn), what: '外出' });
  if (told.expectedOn !== null && told.expectedOn <= told.leftOn)
    return refuse('floating.out_of_order', { earlier: '外出日期', later: '预计返回日期' });
  if (told.hostOrgId === around.orgId) return refuse('floating.host_is_home');
  const { keeperId } = told;
  if (keeperId === null) return around.village ? refuse('floating.keeper_missing') : ok(null);
  return keeperId === around.personId || !around.keepers.has(keeperId)
    ? refuse('floating.keeper_unfit', { name: around.nameOf(keeperId) })
    : ok(null);
}

/** `务工，广东省东莞市` for one line of a list. */
export const whereabouts = (reason: AwayReason, place: string): string =>
  `${AWAY_REASONS[reason]}，${place}`;

/** `138****5678`; short numbers keep their last two figures. */
export const maskNumber = (phone: string): string => {
  const plain = phone.replace(/[\s-]/g, '');
  if (plain === '') return '';
  return plain.length >= 11
    ? `${plain.slice(0, 3)}****${plain.slice(-4)}`
    : `****${plain.slice(-2)}`;
};
