import type { Inputs, Outputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import type { OrgId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import { dayOf, type PlainDate } from '#kernel/plain-date';
import { basisOf, ruleOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { heldMeetings, presencesOf } from '#modules/meetings';
import { rosterIdsOn } from '#modules/members';
import { aliveOver, knownOrgs, orgNames, placeOf, subtreeIdsOn } from '#modules/organisations';
import { canAt } from '../policy.ts';
import { FLOATING_RULES } from '../rules/catalogue.ts';
import { arrivalsOver, endedUntil, type ArrivalRow } from '../store/arrivals.ts';
import { awaysById, comingTo, type AwayId, type AwayRow } from '../store/away.ts';
import { lifeOf } from '../store/life.ts';

type In = Inputs<typeof floatingContract>;
type Out = Outputs<typeof floatingContract>;
type Shown = Out['arrived']['rows'][number];

/** Who is at organisations on a day, with the home's registration where there is one. */
export interface Here {
  readonly arrivals: readonly { readonly row: ArrivalRow; readonly away: AwayRow | null }[];
  /** Sent here by their branch, not entered by the host yet. */
  readonly waiting: readonly AwayRow[];
}

export async function hereOn(
  read: Read,
  orgIds: readonly OrgId[],
  day: PlainDate,
  knownAt: Date | null = null,
): Promise<Here> {
  const rows = await arrivalsOver(read, { orgIds }, { from: day, to: day, knownAt });
  const aways = new Map(
    (
      await awaysById(
        read,
        rows.flatMap((row) => row.awayId ?? []),
      )
    ).map((one) => [one.awayId, one]),
  );
  // The home branch enters the return; with it the stay here ends too.
  const arrivals = rows
    .map((row) => ({ row, away: row.awayId === null ? null : (aways.get(row.awayId) ?? null) }))
    .filter(({ away }) => away === null || away.returnedOn === null || away.returnedOn > day);
  const entered = new Set(arrivals.flatMap(({ row }) => row.awayId ?? []));
  const waiting = (await comingTo(read, orgIds, day)).filter((one) => !entered.has(one.awayId));
  return { arrivals, waiting };
}

/** How many meetings here of each stay were told to the home branch, and how many not. */
async function toldOf(
  read: Read,
  here: readonly { readonly row: ArrivalRow; readonly away: AwayRow | null }[],
): Promise<ReadonlyMap<AwayId, { readonly told: number; readonly untold: number }>> {
  const linked = here.flatMap(({ row, away }) => (away === null ? [] : [{ row, away }]));
  const first = linked.map(({ away }) => away.leftOn).toSorted()[0];
  if (first === undefined) return new Map();
  const held = await presencesOf(
    read,
    linked.map(({ row }) => row.personId),
    { from: first, to: read.today, knownAt: null },
  );
  const life = await lifeOf(
    read,
    linked.map(({ away }) => away.awayId),
    null,
  );
  return new Map(
    linked.map(({ row, away }) => {
      const told = new Set(
        life.flatMap((one) =>
          one.awayId === away.awayId && one.meetingId !== null ? [one.meetingId] : [],
        ),
      );
      const until = row.endedOn ?? read.today;
      const own = held.filter(
        (one) =>
          one.personId === row.personId &&
          one.orgId === row.orgId &&
          one.on >= away.leftOn &&
          one.on <= until,
      );
      const open = own.filter((one) => !told.has(one.meetingId)).length;
      return [away.awayId, { told: told.size, untold: open }];
    }),
  );
}

/** 流入党员: sent here by a branch of the county, or from outside. */
export async function arrived(read: Read, input: In['arrived']): Promise<Out['arrived'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const day = read.today;
  const orgIds = input.below === true ? await subtreeIdsOn(read, input.orgId, day) : [input.orgId];
  const here = await hereOn(read, orgIds, day);
  const ended = await endedUntil(read, { orgIds }, day);
  const shown = input.state === 'here' ? here.arrivals : ended.map((row) => ({ row, away: null }));
  const told = await toldOf(read, input.state === 'here' ? here.arrivals : []);
  const hostIds = [
    ...shown.map(({ row }) => row.orgId),
    ...here.waiting.flatMap((one) => one.host?.orgId ?? []),
  ];
  const hosts = await orgNames(read, hostIds);
  const homes = await knownOrgs(
    read,
    here.waiting.map((one) => one.orgId),
  );
  const waiting: Shown[] = here.waiting.map((one) => ({
    arrivalId: null,
    awayId: one.awayId,
    orgId: one.host?.orgId ?? input.orgId,
    orgName: hosts.get(one.host?.orgId ?? '')?.shortName ?? '',
    personId: one.personId,
    name: one.name,
    homeName: homes.get(one.orgId)?.name ?? '',
    certificateNo: one.certificateNo,
    arrivedOn: null,
    leftOn: one.leftOn,
    endedOn: null,
    keeperName: '',
    untold: 0,
    told: 0,
  }));
  const entered = shown.map(({ row, away }): Shown => {
    const sums = away === null ? undefined : told.get(away.awayId);
    return {
      arrivalId: row.arrivalId,
      awayId: row.awayId,
      orgId: row.orgId,
      orgName: hosts.get(row.orgId)?.shortName ?? '',
      personId: row.personId,
      name: row.name,
      homeName: row.homeName,
      certificateNo: away?.certificateNo ?? row.certificateNo,
      arrivedOn: row.arrivedOn,
      leftOn: away?.leftOn ?? null,
      endedOn: row.endedOn,
      keeperName: row.keeperName,
      untold: sums?.untold ?? 0,
      told: sums?.told ?? 0,
    };
  });
  const rows = input.state === 'here' ? [...waiting, ...entered] : entered;
  const offset = offsetOf(input);
  return {
    total: rows.length,
    rows: rows.slice(offset, offset + input.pageSize),
    counts: {
      here: here.arrivals.length,
      waiting: here.waiting.length,
      ended: ended.length,
    },
    can: { receive: canAt(read.actor, place.orgPath, 'floating.write') },
  };
}

/** 流动党支部: bodies for floating members below an organisation, with who takes part there. */
export async function branches(read: Read, input: In['branches']): Promise<Out['branches'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const { today } = read;
  const ids = await subtreeIdsOn(read, input.orgId, today);
  const known = await knownOrgs(read, ids);
  const bodies = (await aliveOver(read, ids, today, today)).filter(
    (one) => known.get(one.orgId)?.memberKind === 'floating',
  );
  const rows: Out['branches']['rows'] = [];
  for (const body of bodies) {
    const { arrivals, waiting } = await hereOn(read, [body.orgId], today);
    const homes = await knownOrgs(
      read,
      waiting.map((one) => one.orgId),
    );
    const held = await heldMeetings(read, {
      orgId: body.orgId,
      from: dayOf(input.year, 1, 1),
      bodies: ['members', 'group', 'committee'],
    });
    const people = [
      ...arrivals.map(({ row }) => ({
        name: row.name,
        homeName: row.homeName,
        since: row.arrivedOn,
      })),
      ...waiting.map((one) => ({
        name: one.name,
        homeName: homes.get(one.orgId)?.name ?? '',
        since: one.leftOn,
      })),
    ];
    rows.push({
      orgId: body.orgId,
      name: body.name,
      own: (await rosterIdsOn(read, body.orgId, today)).size,
      here: people.length,
      meetings: held.filter((one) => one.on <= dayOf(input.year, 12, 31)).length,
      people,
    });
  }
  return { rows, basis: basisOf(ruleOf(FLOATING_RULES, 'org.branch.mobile')) };
}
