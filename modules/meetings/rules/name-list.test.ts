import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesFor, type ListedName } from './name-candidates.ts';
import { readNameList, type NameListOptions } from './name-list.ts';

const NAMES = ['王小明', '李华', '张三丰', '赵六', '孙七', '买买提·艾力', '欧阳丽娜', '王明'];
const roll: ListedName[] = NAMES.map((name, i) => ({ personId: `p${i}`, name }));
const bare: NameListOptions = { bare: 'present' };
const nameOf = (id: string): string => roll.find((entry) => entry.personId === id)?.name ?? id;
const read = (text: string, options = bare) => readNameList(text, roll, options);
const said = (text: string, options = bare) =>
  read(text, options).marks.map((mark) => [
    nameOf(mark.personId),
    mark.presence,
    ...(mark.reason === '' ? [] : [mark.reason]),
  ]);

describe('a sign-up list of a chat', () => {
  test('numbers, emojis, +1, leave with reason, headings', () => {
    const text = `#接龙
5月支部党员大会报名

1. 王小明
2. 李华（请假，出差）
3、张三丰 +1
4 赵六 请假 身体不适
5. 孙七🌹👍🏻
6️⃣ 买买提•艾力 参加
`;
    const found = read(text);
    expect(said(text)).toEqual([
      ['王小明', 'present'],
      ['李华', 'leave', '出差'],
      ['张三丰', 'present'],
      ['赵六', 'leave', '身体不适'],
      ['孙七', 'present'],
      ['买买提·艾力', 'present'],
    ]);
    expect(found.open).toEqual([]);
    expect(found.extra).toBe(1);
    expect(found.missing.map(nameOf)).toEqual(['欧阳丽娜', '王明']);
  });
  test('words grown together, titles, blanks in names, full-width digits', () => {
    expect(said('１．王 明\n２．李华请假\n３．赵六同志\n４．孙七病假住院')).toEqual([
      ['王明', 'present'],
      ['李华', 'leave'],
      ['赵六', 'present'],
      ['孙七', 'leave', '住院'],
    ]);
  });
  test('numbers run on in one line', () => {
    expect(said('1.王小明 2.李华 请假 3.赵六')).toEqual([
      ['王小明', 'present'],
      ['李华', 'leave'],
      ['赵六', 'present'],
    ]);
  });
  test('the last word on a person counts', () => {
    expect(said('1. 李华\n2. 赵六\n3. 李华 请假 孩子生病')).toEqual([
      ['李华', 'leave', '孩子生病'],
      ['赵六', 'present'],
    ]);
  });
});

describe('pasted names', () => {
  test('one line with any separators', () => {
    for (const text of [
      '王小明、李华，赵六；孙七',
      '王小明 李华\t赵六\n孙七',
      '王小明,李华/赵六|孙七。',
    ]) {
      expect(said(text).map(([name]) => name)).toEqual(['王小明', '李华', '赵六', '孙七']);
    }
  });
  test('labels, on the line or above', () => {
    expect(said('实到：王小明、李华\n请假：赵六、孙七（出差）\n缺席:王明')).toEqual([
      ['王小明', 'present'],
      ['李华', 'present'],
      ['赵六', 'leave'],
      ['孙七', 'leave', '出差'],
      ['王明', 'absent'],
    ]);
    expect(said('王小明\n李华\n请假：\n赵六\n孙七')).toEqual([
      ['王小明', 'present'],
      ['李华', 'present'],
      ['赵六', 'leave'],
      ['孙七', 'leave'],
    ]);
  });
  test('a list of absentees', () => {
    expect(said('李华、赵六', { bare: 'absent' })).toEqual([
      ['李华', 'absent'],
      ['赵六', 'absent'],
    ]);
  });
  test('nothing in it', () => {
    for (const text of ['', '收到\n好的', '#接龙', '🌹🌹'])
      expect(read(text)).toMatchObject({ marks: [], open: [], extra: 0 });
  });
});

describe('names not on the roll are opened, never taken', () => {
  test('typing errors, nicknames, strangers', () => {
    const found = read('1. 王晓明\n2. 丽娜\n3. 周杰 请假');
    expect(found.marks).toEqual([]);
    expect(
      found.open.map(({ text, candidates }) => [
        text,
        candidates.map((c) => [nameOf(c.personId), c.why]),
      ]),
    ).toEqual([
      [
        '王晓明',
        [
          ['王小明', 'one_character'],
          ['王明', 'one_character'],
        ],
      ],
      ['丽娜', [['欧阳丽娜', 'nickname']]],
      ['周杰', []],
    ]);
    expect(found.open[2]?.presence).toBe('leave');
  });
  test('by sound, where the caller knows it', () => {
    const sounds: Record<string, string> = { 李桦: 'lihua', 李华: 'lihua' };
    expect(candidatesFor('李桦', roll, (name) => sounds[name] ?? '')[0]).toEqual({
      personId: 'p1',
      why: 'sounds_alike',
    });
  });
  test('titles and given names', () => {
    const of = (text: string) => candidatesFor(text, roll).map((c) => nameOf(c.personId));
    expect(of('老赵')).toEqual(['赵六']);
    expect(of('孙书记')).toEqual(['孙七']);
    expect(of('三丰')).toEqual(['张三丰']);
    expect(of('老')).toEqual([]);
  });
  test('words in brackets are no names', () => {
    const found = read('李华（周杰代签）\n赵六(周杰)');
    expect(found.open).toEqual([]);
    expect(found.marks).toHaveLength(2);
  });
  test('two of one name', () => {
    const twins = [...roll, { personId: 'q', name: '李华' }];
    const found = readNameList('李华', twins, bare);
    expect(found.open[0]?.candidates).toEqual([
      { personId: 'p1', why: 'namesake' },
      { personId: 'q', why: 'namesake' },
    ]);
  });
  test('王小明 is not 王明', () => {
    expect(said('王小明')).toEqual([['王小明', 'present']]);
    expect(said('王明')).toEqual([['王明', 'present']]);
  });
});

test('property: any subset in any order and dress marks exactly these people', () => {
  const dress: ((name: string, i: number) => string)[] = [
    (name, i) => `${i + 1}. ${name}`,
    (name, i) => `${i + 1}、${name} 参加`,
    (name) => `${name}👍`,
    (name) => `@${name}`,
    (name, i) => `（${i + 1}）${name}同志`,
    (name) => `${name}：收到`,
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(roll), fc.constantFrom(...dress), (people, wear) => {
      const found = read(people.map((entry, i) => wear(entry.name, i)).join('\n'));
      const marked = found.marks.map((mark) => mark.personId).toSorted();
      return (
        found.open.length === 0 &&
        JSON.stringify(marked) ===
          JSON.stringify(people.map((entry) => entry.personId).toSorted()) &&
        found.marks.every((mark) => mark.presence === 'present') &&
        found.missing.length === roll.length - people.length
      );
    }),
  );
});

test('property: any text at all is read without a throw, nobody marked twice', () => {
  const piece = fc.oneof(
    fc.constantFrom(...NAMES, '请假', '：', '、', '\n', '(', '+1', '1.', '🌹', '缺席'),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const found = read(pieces.join(''));
      const ids = found.marks.map((mark) => mark.personId);
      return new Set(ids).size === ids.length && ids.length + found.missing.length === roll.length;
    }),
  );
});
