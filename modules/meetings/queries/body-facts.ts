import type { OrgId } from '#kernel/ids';
import { addYears, dayOf, yearOf, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { aliveOver, groupsOver, postsOver } from '#modules/organisations';
import { arrangementOf } from '../rules/arrangement.ts';
import { isBackfill } from '../rules/backfill.ts';
import type { BodyFacts, HeldRecord } from '../rules/owed.ts';
import { ownKinds, settingsWithin } from '../store/arrangement.ts';
import { heldIn } from '../store/held.ts';
import { aheadIn } from '../store/lists.ts';

const BRANCH_KINDS: readonly string[] = [
  'branch',
  'joint_branch',
  'temporary_branch',
  'temporary_joint_branch',
];

/** Facts of what organisations owe around a span, all of them in one pass: seven reads whatever their number. */
export async function bodyFacts(
  read: Read,
  orgIds: readonly OrgId[],
  span: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<BodyFacts[]> {
  const from = addYears(dayOf(yearOf(span.from), 1, 1), -1);
  const to = dayOf(yearOf(span.to) + 1, 12, 31);
  const spans = await aliveOver(read, orgIds, dayOf(1921, 1, 1), to);
  const posts = Map.groupBy(await postsOver(read, orgIds, from, to), (one) => one.orgId);
  const groups = Map.groupBy(await groupsOver(read, orgIds, from, to), (one) => one.orgId);
  const held = Map.groupBy(await heldIn(read, orgIds, from, to), (one) => one.org_id);
  const ahead = Map.groupBy(await aheadIn(read, orgIds, from, to), (one) => one.org_id);
  const settings = await settingsWithin(read, read.today);
  const own = await ownKinds(read);
  return [...Map.groupBy(spans, (one) => one.orgId)].map(([orgId, states]): BodyFacts => {
    const first = states[0];
    const last = states.at(-1);
    if (first === undefined || last === undefined) throw new Error('an organisation without state');
    const above = settings.filter((row) => last.orgPath.startsWith(row.org_path));
    const arrangement = arrangementOf(
      above.map((row) => row.settings),
      own,
      last.orgPath,
      read.today,
    );
    return {
      orgId,
      isBranch: BRANCH_KINDS.includes(last.kind),
      life: { from: first.from, to: last.to },
      posts: posts.get(orgId) ?? [],
      // A group renamed is one group.
      groups: [...Map.groupBy(groups.get(orgId) ?? [], (one) => one.groupId).values()].flatMap(
        (rows) => {
          const end = rows.at(-1);
          return rows[0] === undefined || end === undefined ? [] : [{ ...end, from: rows[0].from }];
        },
      ),
      arrangement,
      held: (held.get(orgId) ?? []).flatMap((row): HeldRecord[] => {
        const kind = arrangement.known.get(row.kind);
        if (kind === undefined) return [];
        return [
          {
            id: row.meeting_id,
            kind: kind.like,
            storedKind: row.kind,
            heldOn: row.held_on,
            year: row.year_of,
            backfilled: isBackfill(row.held_on, row.recorded_on, arrangement.settings),
            special: row.special,
            groupId: row.group_id,
          },
        ];
      }),
      ahead: (ahead.get(orgId) ?? []).map((row) => ({
        id: row.id,
        storedKind: row.kind,
        on: row.held_on,
        yearOf: row.year_of,
        groupId: row.group_id,
      })),
    };
  });
}
