import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { kindOf, type Side } from './kind.ts';

const committee: Side = { member: true, committee: true, here: true };
const member: Side = { member: true, committee: false, here: false };
const outsider: Side = { member: false, committee: false, here: false };
const on = plainDate('2026-03-01');
const of = (
  talker: Side,
  partner: Side,
  chosen?: Parameters<typeof kindOf>[0]['chosen'],
  committeeKnown = true,
) => kindOf({ talker, partner, chosen, committeeKnown, on });

describe('kind of a talk', () => {
  test('the branch line follows from the posts of the day', () => {
    expect(of(committee, committee)).toEqual({ ok: true, value: 'between_committee' });
    expect(of(member, committee)).toEqual({ ok: true, value: 'committee_member' });
    expect(of(member, member)).toEqual({ ok: true, value: 'between_members' });
  });
  test('a chosen kind of the branch line must agree, unless no committee is known', () => {
    expect(of(member, member, 'committee_member')).toMatchObject({
      ok: false,
      refusal: { code: 'talks.kind_does_not_fit', params: { kind: '党员之间' } },
    });
    expect(of(member, member, 'committee_member', false)).toEqual({
      ok: true,
      value: 'committee_member',
    });
  });
  test('people outside the Party talk along the office line only', () => {
    expect(of(committee, outsider, 'head_staff')).toEqual({ ok: true, value: 'head_staff' });
    expect(of(committee, outsider)).toMatchObject({ refusal: { code: 'talks.members_only' } });
    expect(of(outsider, outsider, 'head_staff')).toMatchObject({
      refusal: { code: 'talks.nobody_of_branch' },
    });
  });
});
