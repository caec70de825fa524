import type { Inputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { attach, detach, markFloating, namesOf, rosterIdsOn } from '#modules/members';
import { knownOrgs, ownPlace, stateOn, type OrgPlace } from '#modules/organisations';
import { awayOn } from '../queries/standing.ts';
import { checkAway } from '../rules/away.ts';
import {
  awayForUpdate,
  holderOf,
  insertAway,
  supersedeAway,
  type AwayId,
  type AwayRow,
  type AwayValues,
} from '../store/away.ts';

type In = Inputs<typeof floatingContract>;
type Told = Omit<In['change'], 'commandId' | 'awayId'>;

/** What stays as it is over a correction. */
type Kept = Pick<AwayValues, 'phone' | 'attachmentId' | 'returnedOn' | 'returnWay'>;

const NOTHING_KEPT: Kept = {
  phone: null,
  attachmentId: null,
  returnedOn: null,
  returnWay: null,
};

/** Checks what was told and makes the values of a version; the attachment at the host is not arranged yet. */
async function valuesOf(
  write: Write,
  home: OrgPlace,
  personId: PersonId,
  told: Told,
  kept: Kept,
): Promise<Result<AwayValues>> {
  const { keeperId, hostOrgId } = told;
  const names = await namesOf(write, keeperId === null ? [personId] : [personId, keeperId]);
  const roster = await rosterIdsOn(write, home.orgId, write.today);
  const away = new Set(
    (await awayOn(write, { orgIds: [home.orgId] }, write.today)).map((one) => one.personId),
  );
  const state = await stateOn(write, home.orgId, write.today);
  const place = told.place;
  const checked = checkAway(
    { ...told, place },
    {
      today: write.today,
      personId,
      orgId: home.orgId,
      village: state?.sector === 'village',
      keepers: new Set([...roster].filter((id) => !away.has(id))),
      nameOf: (id) => names.get(id) ?? '',
    },
  );
  if (!checked.ok) return checked;
  const host =
    hostOrgId === null ? null : ((await knownOrgs(write, [hostOrgId])).get(hostOrgId) ?? null);
  if (hostOrgId !== null && host === null) return refuse('common.not_found');
  if (told.certificateNo !== '') {
    const holder = await holderOf(write, told.certificateNo);
    if (holder !== null && holder.personId !== personId)
      return refuse('floating.certificate_used', {
        number: told.certificateNo,
        name: holder.name,
      });
  }
  const tenant = write.actor.tenantId;
  return ok({
    ...kept,
    personId,
    name: names.get(personId) ?? '',
    reason: told.reason,
    placeKind: told.placeKind,
    place,
    fixed: told.fixed,
    phone:
      told.phone === undefined
        ? kept.phone
        : told.phone === ''
          ? null
          : write.secrets.encrypt(tenant, told.phone),
    toldBy: told.toldBy,
    leftOn: told.leftOn,
    expectedOn: told.expectedOn,
    keeperId,
    keeperName: keeperId === null ? '' : (names.get(keeperId) ?? ''),
    host: host === null ? null : { orgId: host.orgId, orgPath: host.orgPath },
    hostName: host?.name ?? told.hostName,
    certificateNo: told.certificateNo,
  });
}

/** Lets somebody take part at a host that is kept here: outside 应到 and votes there (situation 1). */
async function takesPart(write: Write, values: AwayValues): Promise<Result<AwayValues>> {
  if (values.host === null || values.attachmentId !== null) return ok(values);
  const attached = await attach(write, {
    personId: values.personId,
    kind: 'floating_in',
    hostOrgId: values.host.orgId,
    hostName: values.hostName,
    duty: '',
    paper: values.certificateNo === '' ? '' : `流动党员活动证${values.certificateNo}`,
    from: values.leftOn,
  });
  return attached.ok ? ok({ ...values, attachmentId: attached.value.attachmentId }) : attached;
}

const auditOf = (one: AwayValues) => ({
  reason: one.reason,
  placeKind: one.placeKind,
  place: one.place,
  fixed: one.fixed,
  leftOn: one.leftOn,
  expectedOn: one.expectedOn,
  keeper: one.keeperId,
  host: one.hostName,
  certificateNo: one.certificateNo,
});

/**
 * 登记流出: a member of the roster is away. Marks the file, names the contact person, and where the host
 * is kept here lets the member take part there. Refuses somebody already away, a day to come, a village
 * branch without contact person (EDU19 art. 33).
 */
export async function registerAway(
  write: Write,
  input: Omit<In['register'], 'commandId'>,
): Promise<Result<{ awayId: AwayId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const home = own.value;
  await write.tick(home.orgId);
  const { personId } = input;
  const name = (await namesOf(write, [personId])).get(personId);
  if (name === undefined) return refuse('common.not_found');
  if (!(await rosterIdsOn(write, home.orgId, write.today)).has(personId))
    return refuse('floating.not_in_roster', { name });
  const open = await awayOn(write, { orgIds: [home.orgId] }, write.today);
  if (open.some((one) => one.personId === personId))
    return refuse('floating.already_away', { name });
  const checked = await valuesOf(write, home, personId, input, NOTHING_KEPT);
  if (!checked.ok) return checked;
  const values = await takesPart(write, checked.value);
  if (!values.ok) return values;
  const marked = await markFloating(write, personId, input.leftOn, true);
  if (!marked.ok) return marked;
  const awayId = write.newId<'FloatingAway'>();
  await insertAway(write, home, awayId, values.value);
  await write.audit({
    action: 'floating.register',
    objectKind: 'floating_away',
    objectId: awayId,
    place: home,
    forPersonId: personId,
    fields: auditOf(values.value),
  });
  return ok({ awayId });
}

/** The stay for a change by its home branch; refuses one that ended. */
export async function ownAway(
  write: Write,
  awayId: AwayId,
): Promise<Result<{ readonly row: AwayRow; readonly home: OrgPlace }>> {
  const row = await awayForUpdate(write, awayId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.orgId);
  if (!own.ok) return own;
  if (row.returnedOn !== null) return refuse('floating.back_already');
  await write.tick(row.orgId);
  return ok({ row, home: own.value });
}

/** 更正: a new version of the registration; the one before stays visible as superseded. */
export async function changeAway(
  write: Write,
  input: Omit<In['change'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const found = await ownAway(write, input.awayId);
  if (!found.ok) return found;
  const { row, home } = found.value;
  const sameHost = (row.host?.orgId ?? null) === input.hostOrgId;
  const kept = { ...row, attachmentId: sameHost ? row.attachmentId : null };
  const checked = await valuesOf(write, home, row.personId, input, {
    phone: kept.phone,
    attachmentId: kept.attachmentId,
    returnedOn: null,
    returnWay: null,
  });
  if (!checked.ok) return checked;
  if (!sameHost && row.attachmentId !== null) {
    const ended = await detach(write, row.attachmentId, write.today);
    if (!ended.ok) return ended;
  }
  const values = await takesPart(write, checked.value);
  if (!values.ok) return values;
  if (values.value.leftOn !== row.leftOn) {
    const before = await markFloating(write, row.personId, row.leftOn, false);
    if (!before.ok) return before;
    const marked = await markFloating(write, row.personId, values.value.leftOn, true);
    if (!marked.ok) return marked;
  }
  await supersedeAway(write, row.awayId);
  await insertAway(write, home, row.awayId, values.value);
  await write.audit({
    action: 'floating.change',
    objectKind: 'floating_away',
    objectId: row.awayId,
    place: home,
    forPersonId: row.personId,
    fields: { before: auditOf(row), after: auditOf(values.value) },
  });
  return ok({});
}
