import { beforeEach, expect, test } from 'vitest';
import type { CommandId } from '#kernel/ids';
import type { Failure } from '../../api.ts';
import { newItem } from './minutes-form.ts';
import type { MeetingDetail } from './queries.ts';
import { RecordKeeper, type RecordPort } from './record-keeper.ts';

interface Served {
  version: number;
  sittingVersion: number;
  items: MeetingDetail['items'];
}

let served: Served;
let stash: string | null;
let timers: (() => void)[];
let sent: string[];
let failures: Failure[];
let made: number;

const CHANGED: Failure = {
  kind: 'refused',
  refusal: { code: 'common.changed_meanwhile', params: {} },
};

class Thrown extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('thrown');
    this.failure = failure;
  }
}

const detailNow = (): MeetingDetail =>
  ({
    meetingId: 'm',
    sittingId: 's',
    title: '党课',
    startsAt: null,
    endsAt: null,
    yearOf: 2026,
    special: false,
    campaign: '',
    chair: null,
    recorder: null,
    note: '',
    roll: [],
    ...structuredClone(served),
  }) as unknown as MeetingDetail;

const port: RecordPort = {
  load: () => Promise.resolve(detailNow()),
  saveMinutes: (payload, basedOn, commandId) => {
    const failure = failures.shift();
    if (failure !== undefined) {
      sent.push(commandId);
      return Promise.reject(new Thrown(failure));
    }
    if (basedOn !== served.version) return Promise.reject(new Thrown(CHANGED));
    sent.push(commandId);
    served.version += 1;
    served.items = payload.items as MeetingDetail['items'];
    return Promise.resolve();
  },
  setPresence: (marks, _, basedOn) => {
    if (basedOn !== served.sittingVersion) return Promise.reject(new Thrown(CHANGED));
    served.sittingVersion += 1;
    sent.push(marks.map((mark) => `${mark.key}=${mark.state}`).join());
    return Promise.resolve();
  },
  newCommandId: () => `c${(made += 1)}` as CommandId,
  readFailure: (error) => (error instanceof Thrown ? error.failure : { kind: 'fault', error }),
  stash: (text) => (stash = text),
  stashed: () => stash,
  later: (work) => {
    timers = [work];
    return () => (timers = []);
  },
};

const write = (keeper: RecordKeeper, title: string): void =>
  keeper.change((form) => ({ ...form, items: [...form.items, newItem(title)] }));
const titles = (keeper: RecordKeeper): string[] =>
  keeper.read().form.items.map((item) => item.title);

beforeEach(() => {
  served = { version: 1, sittingVersion: 1, items: [] };
  [stash, timers, sent, failures, made] = [null, [], [], [], 0];
});

test('what is written is kept at once and saved after a pause', async () => {
  const keeper = new RecordKeeper(detailNow(), port);
  write(keeper, '学习');
  expect(keeper.read().saving.state).toBe('waiting');
  expect(stash).toContain('学习');
  expect(timers).toHaveLength(1);
  expect(await keeper.flush()).toBe(true);
  expect(served.items.map((item) => item.title)).toEqual(['学习']);
  expect(stash).toBeNull();
});

test('a reload brings back what was not saved yet', async () => {
  write(new RecordKeeper(detailNow(), port), '学习');
  const again = new RecordKeeper(detailNow(), port);
  expect(titles(again)).toEqual(['学习']);
  expect(await again.flush()).toBe(true);
});

test('without an answer the same command is sent again, so that nothing is written twice', async () => {
  const keeper = new RecordKeeper(detailNow(), port);
  failures = [{ kind: 'fault', error: null }];
  write(keeper, '学习');
  expect(await keeper.flush()).toBe(false);
  expect(keeper.read().saving.state).toBe('unreachable');
  expect(timers).toHaveLength(1);
  expect(await keeper.flush()).toBe(true);
  expect(sent).toEqual(['c1', 'c1']);
});

test('what somebody else saved meanwhile is joined and said', async () => {
  const mine = new RecordKeeper(detailNow(), port);
  const theirs = new RecordKeeper(detailNow(), port);
  write(theirs, '他的议题');
  await theirs.flush();
  write(mine, '我的议题');
  expect(await mine.flush()).toBe(true);
  expect(titles(mine)).toEqual(['我的议题', '他的议题']);
  expect(served.items.map((item) => item.title)).toEqual(['我的议题', '他的议题']);
  expect(mine.read().joined).toBe(true);
});

test('an item without a title waits and says so; marks are saved all the same', async () => {
  const keeper = new RecordKeeper(detailNow(), port);
  write(keeper, '');
  keeper.mark([{ key: 'a', state: 'present', reason: '', away: [], only: false }]);
  expect(await keeper.flush()).toBe(false);
  expect(keeper.read().saving).toEqual({
    state: 'unfinished',
    sentence: '第1项还没有写议题，写上后自动保存',
  });
  expect(sent).toEqual(['a=present']);
  expect(keeper.read().pending.size).toBe(0);
});

test('marks are sent again on the newer sitting when somebody else marked', async () => {
  const keeper = new RecordKeeper(detailNow(), port);
  served.sittingVersion = 7;
  keeper.mark([{ key: 'a', state: 'absent', reason: '', away: [], only: false }]);
  expect(await keeper.flush()).toBe(true);
  expect(served.sittingVersion).toBe(8);
});
