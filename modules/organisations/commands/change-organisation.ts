import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { mayStandUnder, ORG_KIND_FACTS, type OrgKind, type Sector } from '../rules/kinds.ts';
import { checkName } from '../rules/names.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { jointUnitsAdvice } from '../rules/setup.ts';
import { changeState, childrenFrom, nameTaken, parentOn, stateOn } from '../store/tree.ts';
import { checkPapers, recordAct, type ActPapers } from './record-act.ts';
import type { Roster } from '../store/roster.ts';

type Done = Result<{ orgId: OrgId; advice: readonly Advice[] }>;

/** 更名, from a day on. The old name stays true of the time before. */
export async function rename(
  write: Write,
  input: ActPapers & { readonly orgId: OrgId; readonly name: string; readonly shortName: string },
): Promise<Done> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  const papers = checkPapers(write, 'rename', state.sector, input);
  if (!papers.ok) return papers;
  const named = checkName(input.name, state.kind, []);
  if (!named.ok) return named;
  const { name } = named.value;
  if (name === state.name && input.shortName === state.short_name) {
    return refuse('organisations.nothing_changed');
  }
  const parentId = await parentOn(write, input.orgId, input.on);
  if (parentId !== null && (await nameTaken(write, parentId, name, input.on, input.orgId))) {
    return refuse('organisations.name_taken', { name });
  }
  await changeState(write, input.orgId, input.on, { name, short_name: input.shortName });
  const advice = [...papers.value, ...named.value.advice];
  const recorded = await recordAct(write, 'rename', own.value, input, {
    advice,
    fields: { from: state.name, to: name },
  });
  if (!recorded.ok) return recorded;
  return ok({ orgId: input.orgId, advice });
}

interface Changes {
  readonly orgId: OrgId;
  readonly on: PlainDate;
  readonly kind?: OrgKind | undefined;
  readonly sector?: Sector | undefined;
  readonly memberKind?: string | undefined;
  readonly units?: readonly string[] | undefined;
  readonly contact?: string | undefined;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly note: string;
}

async function kindFits(
  write: Write,
  { orgId, on }: Changes,
  kind: OrgKind,
  roster: Roster,
): Promise<Result<null>> {
  const parentId = await parentOn(write, orgId, on);
  const above = parentId === null ? null : await stateOn(write, parentId, on);
  if (above !== null && !mayStandUnder(kind, above.kind)) {
    return refuse('organisations.parent_kind_not_allowed');
  }
  for (const child of await childrenFrom(write, orgId, on)) {
    const state = await stateOn(write, child, on);
    if (state !== null && !mayStandUnder(state.kind, kind)) {
      return refuse('organisations.parent_kind_not_allowed');
    }
  }
  if (ORG_KIND_FACTS[kind].holdsMembers) return ok(null);
  const members = (await roster.staysFrom(write, orgId, on)).length;
  return members > 0 ? refuse('organisations.revoke_has_members', { members }) : ok(null);
}

/** Kind, sector, kind of members, units covered, contact, from a day on. */
export async function changeOrganisation(
  write: Write,
  input: Changes,
  roster: Roster,
): Promise<Done> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  const papers = checkPapers(write, 'change', state.sector, input);
  if (!papers.ok) return papers;
  const wanted: Record<string, unknown> = {
    kind: input.kind,
    sector: input.sector,
    member_kind: input.memberKind,
    units: input.units === undefined ? undefined : [...input.units],
    contact: input.contact,
  };
  const before: Readonly<Record<string, unknown>> = { ...state };
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  );
  if (Object.keys(changes).length === 0) return refuse('organisations.nothing_changed');
  const kind = input.kind ?? state.kind;
  if (kind !== state.kind) {
    const fits = await kindFits(write, input, kind, roster);
    if (!fits.ok) return fits;
  }
  const units = input.units ?? state.units;
  if (kind === 'joint_branch' && units.length < 2) {
    return refuse('organisations.joint_needs_units', { units: units.length });
  }
  await changeState(write, input.orgId, input.on, changes);
  const advice =
    kind === 'joint_branch' ? jointUnitsAdvice(units.length, DEFAULT_ORG_SETTINGS) : [];
  const recorded = await recordAct(write, 'change', own.value, input, { advice, fields: changes });
  if (!recorded.ok) return recorded;
  return ok({ orgId: input.orgId, advice });
}
