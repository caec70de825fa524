import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { DEFAULT_MEETING_SETTINGS as S, type Evidence } from './kinds.ts';
import { checkBackfill, isBackfill, type BackfillFacts } from './backfill.ts';
import { evidencesOf } from './evidence.ts';
import { checkFinal, checkWritable, correct, type FinalFacts, type Version } from './final.ts';
import { agendaItem, fullContent, viewOf } from './minutes.ts';
import { builtInKind } from './own-kinds.ts';
import { evidenceList, type RecordFacts } from './record.ts';
import { firstItemAdvice, openMatters, sittingAdvice } from './sitting.ts';

const d = plainDate;

describe('六有', () => {
  test('pictures are never asked for', () => {
    const have = new Set<Evidence>(['sign_in', 'agenda', 'material', 'record', 'notes']);
    expect(evidencesOf('members_meeting', have).complete).toBe(true);
    have.delete('notes');
    const found = evidencesOf('members_meeting', have);
    expect(found.complete).toBe(false);
    expect(found.items.filter((item) => !item.have).map((item) => item.name)).toEqual([
      '笔记',
      '图片',
    ]);
  });
});

describe('the record among 六有', () => {
  const kind = builtInKind('committee_meeting', S);
  const recorded = (entry: RecordFacts['entry'], decisions: readonly string[]) => {
    const items = decisions.map((decision) => ({ ...agendaItem('议题'), decision }));
    const content = fullContent({ items });
    const found = evidenceList({
      kind,
      state: 'final',
      entry,
      form: 'meeting',
      heldOn: d('2026-03-01'),
      today: d('2026-03-02'),
      content,
      view: viewOf(kind, content, {}, { recusedLeaveCount: false }),
      timed: true,
      files: new Set(),
    });
    return found.find((one) => one.evidence === 'record')?.done;
  };
  test('held live, every matter says what came of it', () => {
    expect(recorded('live', ['同意', '同意'])).toBe(true);
    expect(recorded('live', ['同意', ''])).toBe(false);
    expect(recorded('live', [])).toBe(false);
  });
  test('a line of 补录表 has one decision for all its matters', () => {
    expect(recorded('late', ['同意', ''])).toBe(true);
    expect(recorded('late', ['', ''])).toBe(false);
    expect(recorded('late', [])).toBe(false);
  });
});

describe('late entry', () => {
  const facts = (changes: Partial<BackfillFacts> = {}): BackfillFacts => ({
    heldOn: d('2025-03-01'),
    today: d('2026-01-10'),
    aliveFrom: d('2020-01-01'),
    aliveTo: null,
    roll: 'names',
    shouldAttend: 0,
    present: 0,
    hasScan: false,
    ...changes,
  });
  test('with names it is a meeting like any other', () => {
    expect(unwrap(checkBackfill(facts()))).toEqual({
      mark: 'backfilled',
      countsAsMeeting: true,
      givesHours: true,
      usableForVotesOnPersons: true,
    });
    expect(isBackfill(d('2026-01-01'), d('2026-01-15'), S)).toBe(false);
    expect(isBackfill(d('2026-01-01'), d('2026-01-16'), S)).toBe(true);
  });
  test('totals from paper: counts as a meeting, no hours, no votes on persons', () => {
    const totals = { roll: 'totals', shouldAttend: 20, present: 16 } as const;
    expect(unwrap(checkBackfill(facts({ ...totals, hasScan: true })))).toMatchObject({
      mark: 'paper_totals',
      givesHours: false,
      usableForVotesOnPersons: false,
    });
    expect(checkBackfill(facts({ ...totals, present: 20, hasScan: true })).ok).toBe(true);
    expect(checkBackfill(facts(totals))).toMatchObject({
      refusal: { code: 'meetings.totals_need_scan' },
    });
    expect(checkBackfill(facts({ ...totals, present: 21, hasScan: true }))).toMatchObject({
      refusal: { code: 'meetings.totals_invalid' },
    });
  });
  test('not in the future, not before the body was there', () => {
    expect(checkBackfill(facts({ heldOn: d('2026-01-11') })).ok).toBe(false);
    expect(checkBackfill(facts({ heldOn: d('2026-01-10') })).ok).toBe(true);
    expect(checkBackfill(facts({ heldOn: d('2020-01-01') })).ok).toBe(true);
    expect(checkBackfill(facts({ heldOn: d('2019-12-31') }))).toMatchObject({
      refusal: { code: 'meetings.body_did_not_exist' },
    });
    expect(checkBackfill(facts({ aliveTo: d('2025-03-01') })).ok).toBe(false);
  });
  test('property: hours and votes rest on names only', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: -2, max: 30 }),
        fc.integer({ min: -2, max: 30 }),
        fc.boolean(),
        (names, should, present, hasScan) => {
          const found = checkBackfill(
            facts({ roll: names ? 'names' : 'totals', shouldAttend: should, present, hasScan }),
          );
          return (
            !found.ok ||
            (found.value.givesHours === names && found.value.usableForVotesOnPersons === names)
          );
        },
      ),
    );
  });
});

describe('定稿 and 更正', () => {
  const facts = (changes: Partial<FinalFacts> = {}): FinalFacts => ({
    state: 'held',
    kind: 'members_meeting',
    rollFrozen: true,
    paperTotals: false,
    unknownPresences: 0,
    chair: '王小明',
    recorder: '李华',
    itemsWithoutOutcome: 0,
    votes: 1,
    quorumMet: true,
    confirmedBy: 'secretary',
    ...changes,
  });
  const codeOf = (changes: Partial<FinalFacts>): string | null => {
    const found = checkFinal(facts(changes));
    return found.ok ? null : found.refusal.code;
  };
  test('a whole record is locked', () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({ confirmedBy: 'signed_print' })).toBeNull();
    expect(codeOf({ paperTotals: true, unknownPresences: 16 })).toBeNull();
    expect(codeOf({ votes: 0, quorumMet: false })).toBeNull();
  });
  test('each gap is named', () => {
    expect(codeOf({ state: 'final' })).toBe('meetings.already_final');
    expect(codeOf({ state: 'planned' })).toBe('meetings.not_held');
    expect(codeOf({ rollFrozen: false })).toBe('meetings.roll_not_frozen');
    expect(codeOf({ unknownPresences: 2 })).toBe('meetings.presence_open');
    expect(codeOf({ recorder: ' ' })).toBe('meetings.chair_or_recorder_missing');
    expect(codeOf({ itemsWithoutOutcome: 1 })).toBe('meetings.items_without_outcome');
    expect(codeOf({ quorumMet: false })).toBe('meetings.votes_without_quorum');
    expect(codeOf({ confirmedBy: null })).toBe('meetings.not_confirmed');
  });
  test('a final record is written to by corrections only', () => {
    expect(checkWritable('held').ok).toBe(true);
    expect(checkWritable('final')).toMatchObject({ refusal: { code: 'meetings.finalised' } });
    const first: Version = { version: 1, fingerprint: 'a', reason: '' };
    expect(unwrap(correct('final', [first], 'b', ' 漏记列席人员 '))).toEqual({
      version: 2,
      fingerprint: 'b',
      reason: '漏记列席人员',
    });
    expect(correct('held', [], 'b', 'x')).toMatchObject({
      refusal: { code: 'meetings.correction_before_final' },
    });
    expect(correct('final', [first], 'b', ' ').ok).toBe(false);
    expect(correct('final', [first], 'a', 'x')).toMatchObject({
      refusal: { code: 'meetings.correction_changes_nothing' },
    });
  });
  test('property: versions count up one by one and every one has its reason', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.constantFrom('', '笔误', '漏记'))),
        (list) => {
          const versions: Version[] = [{ version: 1, fingerprint: 'first', reason: '' }];
          for (const [fingerprint, reason] of list) {
            const found = correct('final', versions, fingerprint, reason);
            if (found.ok) versions.push(found.value);
          }
          return versions.every(
            (version, i) => version.version === i + 1 && (i === 0 || version.reason !== ''),
          );
        },
      ),
    );
  });
});

describe('a sitting of several meetings', () => {
  const meeting = (kind: 'members_meeting' | 'theme_day', items: string[]) => ({
    kind,
    from: 540,
    to: 600,
    items,
  });
  test('an item in two kinds is a warning', () => {
    const found = sittingAdvice([
      meeting('members_meeting', ['学习文件', '选举']),
      meeting('theme_day', ['学习 文件。']),
    ]);
    expect(found.map((advice) => advice.code)).toEqual(['meetings.item_in_two_meetings']);
    expect(
      sittingAdvice([meeting('members_meeting', ['甲', '甲']), meeting('theme_day', ['乙'])]),
    ).toEqual([]);
  });
  test('a meeting without items, times turned round', () => {
    expect(
      sittingAdvice([{ ...meeting('theme_day', []), to: 500 }]).map((advice) => advice.code),
    ).toEqual(['meetings.meeting_without_items', 'meetings.times_invalid']);
  });
  test('first item', () => {
    expect(firstItemAdvice(true, false)).toHaveLength(1);
    expect(firstItemAdvice(true, true)).toEqual([]);
    expect(firstItemAdvice(false, false)).toEqual([]);
  });
});

test('open decisions return, the overdue first', () => {
  const decision = (id: string, due: string | null, done = false) => ({
    id,
    dueOn: due === null ? null : d(due),
    done,
  });
  const list = [
    decision('later', '2026-06-01'),
    decision('none', null),
    decision('done', '2026-01-01', true),
    decision('late', '2026-04-01'),
  ];
  expect(openMatters(list).map((x) => x.id)).toEqual(['late', 'later', 'none']);
});
