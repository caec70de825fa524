import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { coverageOf, openOf, type Talked } from './coverage.ts';

const id = (text: string) => text as PersonId;
const talk = (
  kind: Talked['kind'],
  talker: string,
  partner: string | null,
  on = '2026-05-01',
): Talked => ({
  id: `${kind}:${talker}:${partner}:${on}`,
  on: plainDate(on),
  kind,
  talkerId: id(talker),
  talkerName: talker,
  partnerId: partner === null ? null : id(partner),
  partnerName: partner ?? '群众',
});
const roster = (...names: string[]) =>
  names.map((name) => ({ personId: id(name), since: plainDate('2020-01-01') }));
const committee = [id('a'), id('b'), id('c')];

describe('coverage of a year', () => {
  test('nothing held: every pair and every other member is open', () => {
    const found = coverageOf(2026, committee, roster('a', 'b', 'c', 'd', 'e'), []);
    expect(openOf(found)).toEqual({ pairs: 3, withCommittee: 2, withMember: 2 });
  });
  test('either direction closes a pair; the latest day is shown', () => {
    const found = coverageOf(2026, committee, roster('d', 'e'), [
      talk('between_committee', 'b', 'a', '2026-02-01'),
      talk('between_committee', 'a', 'b', '2026-06-01'),
      talk('committee_member', 'a', 'd'),
      talk('between_members', 'd', 'e'),
    ]);
    expect(found.pairs.find((one) => one.a === 'a' && one.b === 'b')?.by?.on).toBe('2026-06-01');
    expect(openOf(found)).toEqual({ pairs: 2, withCommittee: 1, withMember: 0 });
    expect(found.members.find((one) => one.personId === 'd')?.withCommittee?.with).toBe('a');
  });
  test('office talks and 提醒谈话 cover nothing; newcomers of the last months are not asked for', () => {
    const found = coverageOf(
      2026,
      committee,
      [...roster('d', 'e'), { personId: id('f'), since: plainDate('2026-11-01') }],
      [talk('reminder', 'a', 'd'), talk('head_staff', 'a', 'e'), talk('head_staff', 'a', null)],
    );
    expect(openOf(found)).toEqual({ pairs: 3, withCommittee: 2, withMember: 2 });
    expect(found.members.filter((one) => one.fresh).map((one) => one.personId)).toEqual(['f']);
  });
  test('a single other member has no other member to talk with', () => {
    expect(openOf(coverageOf(2026, committee, roster('d'), [])).withMember).toBe(0);
  });
  test('property: one more talk never opens anything', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'];
    const talks = fc.array(
      fc
        .tuple(
          fc.constantFrom<Talked['kind']>(
            'between_committee',
            'committee_member',
            'between_members',
          ),
          fc.constantFrom(...people),
          fc.constantFrom(...people),
        )
        .filter(([, one, other]) => one !== other)
        .map(([kind, one, other]) => talk(kind, one, other)),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(talks, (all) => {
        const before = openOf(coverageOf(2026, committee, roster(...people), all.slice(1)));
        const after = openOf(coverageOf(2026, committee, roster(...people), all));
        return (
          after.pairs <= before.pairs &&
          after.withCommittee <= before.withCommittee &&
          after.withMember <= before.withMember
        );
      }),
    );
  });
});
