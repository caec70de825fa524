import { describe, expect, test } from 'vitest';
import type { OrgId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import {
  findingsOf,
  freshContent,
  indicatorsIn,
  overlapping,
  periodWords,
  titleOf,
} from './content.ts';
import { headOf, isProposed } from './heads.ts';

const FROM = plainDate('2023-01-01');
const TO = plainDate('2023-12-31');
const body = {
  orgId: 'o' as OrgId,
  name: '县发展和改革局党支部',
  role: '书记',
  from: FROM,
  to: TO,
  below: false,
};
const fresh = freshContent('annual', [body], ['meetings.talks', 'members.total']);
const KNOWN = new Set(['meetings.talks', 'members.total']);

describe('content', () => {
  test('figures stand under the head they are proposed for', () => {
    expect(fresh.sections.map((section) => section.figures)).toEqual([
      [],
      ['meetings.talks'],
      ['members.total'],
      [],
      [],
    ]);
    expect(headOf('meetings.party_class.count')).toBe(2);
    expect(isProposed('meetings.org_life_meeting.of_year')).toBe(true);
    expect(isProposed('meetings.party_class.of_year')).toBe(false);
    expect(headOf('dues.used')).toBe(3);
  });
  test('a fresh report has nothing to ask', () => expect(findingsOf(fresh, KNOWN)).toEqual([]));
  test('typed numbers, unknown figures and quoted data are asked for', () => {
    const content = {
      ...fresh,
      opening: '走访{{引用:q9}}户，{{meetings.talks@3}}次',
      sections: [{ title: '一', figures: [], prose: '谈话28次，共{{x.y}}' }],
    };
    expect(
      findingsOf(content, KNOWN).map(({ kind, section, text }) => [kind, section, text]),
    ).toEqual([
      ['unknown_quoted', -1, 'q9'],
      ['unknown_figure', -1, 'meetings.talks'],
      ['typed_number', 0, '28'],
      ['unknown_figure', 0, 'x.y'],
    ]);
    expect([...indicatorsIn(content)].toSorted()).toEqual(['meetings.talks', 'x.y']);
  });
  test('marked with its place it is no figure, until the words around it change', () => {
    const sections = [{ title: '一', figures: [], prose: '搬到3楼会议室办公' }];
    const [finding] = findingsOf({ ...fresh, sections }, KNOWN);
    const noFigures = [{ place: finding?.place ?? '', reason: '楼层' }];
    expect(findingsOf({ ...fresh, sections, noFigures }, KNOWN)).toEqual([]);
    const changed = [{ title: '一', figures: [], prose: '走访3户困难党员' }];
    expect(findingsOf({ ...fresh, sections: changed, noFigures }, KNOWN)).toHaveLength(1);
  });
  test('words of a period', () => {
    expect(periodWords(FROM, TO)).toBe('2023年度');
    expect(periodWords(FROM, plainDate('2023-06-30'))).toBe('2023年上半年');
    expect(periodWords(plainDate('2023-07-01'), TO)).toBe('2023年下半年');
    expect(periodWords(plainDate('2023-02-01'), plainDate('2023-09-09'))).toBe(
      '2023年2月1日至2023年9月9日',
    );
    expect(titleOf('annual', '甲支部', FROM, TO)).toBe(
      '甲支部书记\n2023年度抓基层党建工作述职报告',
    );
  });
  test('bodies that would count twice are found', () => {
    const a = { orgId: 'a' as OrgId, from: FROM, to: plainDate('2023-05-31') };
    const later = { orgId: 'a' as OrgId, from: plainDate('2023-06-01'), to: TO };
    expect(overlapping([[a], [later]])).toBeNull();
    expect(overlapping([[a], [{ ...later, from: plainDate('2023-05-31') }]])).toEqual([0, 1]);
  });
});
