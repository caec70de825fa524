import type { Id, OrgId } from '#kernel/ids';
import { isWithin } from '#kernel/org-path';
import { dayOf, plainDate, plainMonth, type PlainDate } from '#kernel/plain-date';
import { POSTS } from '#kernel/posts';
import type { Read } from '#platform/db';
import { account } from '#modules/dues';
import {
  followUpFacts,
  hoursFacts,
  minutesFacts,
  year as meetingYear,
  yearPlanFacts,
  type MinutesFacts,
} from '#modules/meetings';
import { facesOf, membershipsOf } from '#modules/members';
import { aliveOver, committeeOn, partyGroups, placeOf } from '#modules/organisations';
import { talksOfYear } from '#modules/talks';

export interface RosterLine {
  readonly name: string;
  readonly category: string;
  readonly joinedOn: PlainDate | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

type Year = NonNullable<Awaited<ReturnType<typeof meetingYear>>>;

/** Everything a branch recorded of a year, read through the modules' public faces. */
export interface YearFacts {
  readonly orgId: OrgId;
  readonly orgName: string;
  readonly year: number;
  readonly printedOn: PlainDate;
  /** Last day looked at: the end of the year, or today. */
  readonly day: PlainDate;
  readonly plan: NonNullable<Awaited<ReturnType<typeof yearPlanFacts>>>;
  readonly kinds: readonly {
    readonly name: string;
    readonly periods: Year['kinds'][number]['periods'];
    /** Held, in order of days. */
    readonly minutes: readonly MinutesFacts[];
    /** Begun or planned on a past day and not finalised. */
    readonly unfinished: readonly { readonly heldOn: PlainDate; readonly title: string }[];
  }[];
  readonly talks: Awaited<ReturnType<typeof talksOfYear>>;
  readonly hours: NonNullable<Awaited<ReturnType<typeof hoursFacts>>>;
  readonly followUps: NonNullable<Awaited<ReturnType<typeof followUpFacts>>>;
  readonly dues: Awaited<ReturnType<typeof account>>;
  readonly committee: readonly {
    readonly name: string;
    readonly post: string;
    readonly duties: string;
    readonly from: PlainDate;
    readonly termEndsOn: PlainDate | null;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly leader: string;
    readonly members: readonly string[];
  }[];
  readonly roster: readonly RosterLine[];
}

type Memberships = Awaited<ReturnType<typeof membershipsOf>>;

/** One line for each person: the stay as a whole, the latest category. */
function rosterOf(rows: Memberships): RosterLine[] {
  return [...Map.groupBy(rows, (row) => row.person_id).values()].flatMap((own) => {
    const [first] = own;
    const last = own.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        name: last.name,
        category: last.category === 'probationary' ? '预备党员' : '正式党员',
        joinedOn: last.joined_on,
        from: first.valid_from,
        to: last.valid_to,
      },
    ];
  });
}

async function kindsOf(read: Read, found: Year): Promise<YearFacts['kinds']> {
  const kinds: YearFacts['kinds'][number][] = [];
  for (const one of found.kinds) {
    const minutes: MinutesFacts[] = [];
    const unfinished: { heldOn: PlainDate; title: string }[] = [];
    for (const row of one.meetings) {
      if (row.state === 'final' || row.state === 'correcting') {
        const facts = await minutesFacts(read, row.meetingId as Id<'Meeting'>);
        if (facts !== null) minutes.push(facts);
      } else if (row.heldOn <= read.today) {
        unfinished.push({ heldOn: plainDate(row.heldOn), title: row.title });
      }
    }
    kinds.push({ name: one.kind.name, periods: one.periods, minutes, unfinished });
  }
  return kinds;
}

/** Null where the organisation is out of sight or did not stand in that year. */
export async function yearFacts(
  read: Read,
  input: { readonly orgId: OrgId; readonly year: number },
): Promise<YearFacts | null> {
  const place = await placeOf(read, input.orgId);
  const { scope } = read.actor;
  // An ordinary member knows the body but not its records: nothing would be printed as 未开展.
  if (place === null || scope === null || !isWithin(place.orgPath, scope)) return null;
  const [first, last] = [dayOf(input.year, 1, 1), dayOf(input.year, 12, 31)];
  const day = read.today < last ? read.today : last;
  const alive = await aliveOver(read, [input.orgId], first, day);
  const found = await meetingYear(read, input);
  const plan = await yearPlanFacts(read, input);
  const hours = await hoursFacts(read, input);
  const followUps = await followUpFacts(read, input);
  const named = alive.at(-1);
  if (found === null || plan === null || hours === null) return null;
  if (followUps === null || named === undefined) return null;
  const memberships = await membershipsOf(read, input.orgId, first, day);
  const committee = await committeeOn(read, input.orgId, day);
  const faces = await facesOf(read, [...committee.map((one) => one.personId)]);
  const groups = await partyGroups(read, input.orgId, day);
  const monthOfDay = plainMonth(day.slice(0, 7));
  return {
    orgId: input.orgId,
    orgName: named.name,
    year: input.year,
    printedOn: read.today,
    day,
    plan,
    kinds: await kindsOf(read, found),
    talks: await talksOfYear(read, input.orgId, input.year),
    hours,
    followUps,
    dues: await account(read, {
      orgId: input.orgId,
      fromMonth: plainMonth(`${input.year}-01`),
      toMonth: monthOfDay,
      asOf: day,
    }),
    committee: committee.map((one) => ({
      name: faces.get(one.personId)?.name ?? one.name,
      post: POSTS[one.kind],
      duties: one.duties,
      from: one.from,
      termEndsOn: one.termEndsOn,
    })),
    groups: groups.map((group) => ({
      name: group.name,
      leader: group.leader?.name ?? '',
      members: [
        ...new Set(
          memberships
            .filter(
              (row) =>
                row.group_id === group.groupId && (row.valid_to === null || row.valid_to > day),
            )
            .map((row) => row.name),
        ),
      ],
    })),
    roster: rosterOf(memberships),
  };
}
