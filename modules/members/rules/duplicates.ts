import { agrees, type LooseDate } from './dates.ts';
import type { MemberSettings } from './settings.ts';

export interface DuplicateFacts {
  readonly personId: string;
  readonly name: string;
  readonly idHash: string | null;
  readonly phoneHash: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly bornOn: LooseDate | null;
  readonly joinedOn: LooseDate | null;
}

export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

export type DuplicateReason = 'identity' | 'name' | 'similar_name' | 'birth' | 'joined' | 'phone';

/** One character differs, or one is missing: 王晓明 and 王小明, 欧阳娜 and 欧阳丽娜. Two-character names never. */
export function isSimilarName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3 && long.length < 3) return false;
  if (short.length === long.length) {
    return (
      short[0] === long[0] &&
      [...short].filter((character, i) => character !== long[i]).length === 1
    );
  }
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

const WEIGHT: Record<DuplicateReason, number> = {
  identity: 1,
  name: 0.4,
  similar_name: 0.2,
  birth: 0.3,
  joined: 0.25,
  phone: 0.3,
};

/**
 * How likely two entries are one person. Two different identity numbers, or two sexes, are two people:
 * 0. Month-precise days count as far as they go.
 */
export function duplicateScore(
  a: DuplicateFacts,
  b: DuplicateFacts,
): Omit<DuplicatePair, 'a' | 'b'> {
  const none = { score: 0, reasons: [] };
  if (a.idHash !== null && b.idHash !== null) {
    return a.idHash === b.idHash ? { score: 1, reasons: ['identity'] } : none;
  }
  if (a.sex !== null && b.sex !== null && a.sex !== b.sex) return none;
  const reasons: DuplicateReason[] = [];
  if (a.name === b.name) reasons.push('name');
  else if (isSimilarName(a.name, b.name)) reasons.push('similar_name');
  else return none;
  for (const [field, reason] of [
    ['bornOn', 'birth'],
    ['joinedOn', 'joined'],
  ] as const) {
    const [x, y] = [a[field], b[field]];
    if (x === null || y === null) continue;
    if (!agrees(x, y)) return none;
    reasons.push(reason);
  }
  if (a.phoneHash !== null && a.phoneHash === b.phoneHash) reasons.push('phone');
  return {
    score: Math.min(
      1,
      reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0),
    ),
    reasons,
  };
}

/** A name that more people share than this tells nothing by itself. */
const CROWD = 40;

/** A crowd of namesakes is compared within the month of birth only. */
const smaller = (block: readonly DuplicateFacts[]): (readonly DuplicateFacts[])[] =>
  block.length <= CROWD
    ? [block]
    : [...Map.groupBy(block, (one) => one.bornOn?.day.slice(0, 7) ?? '').entries()]
        .filter(([month, part]) => month !== '' || part.length <= CROWD)
        .map(([, part]) => part);

/** Pairs above the limit, most likely first. Only people that share a number, phone, name or birth are compared. */
export function findDuplicates(
  people: readonly DuplicateFacts[],
  settings: MemberSettings,
): DuplicatePair[] {
  const blocks = new Map<string, DuplicateFacts[]>();
  const add = (key: string | null, person: DuplicateFacts): void => {
    if (key === null) return;
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [person]);
    else block.push(person);
  };
  for (const person of people) {
    add(person.idHash === null ? null : `i${person.idHash}`, person);
    add(person.phoneHash === null ? null : `p${person.phoneHash}`, person);
    add(`n${person.name}`, person);
    add(
      person.bornOn === null ? null : `b${person.bornOn.day.slice(0, 7)}${person.name.slice(0, 1)}`,
      person,
    );
  }
  const pairs = new Map<string, DuplicatePair>();
  const compared = [...blocks].flatMap(([key, block]) =>
    // Names that only resemble each other are looked for where few share a month of birth.
    key.startsWith('b') && block.length > CROWD ? [] : smaller(block),
  );
  for (const block of compared) {
    for (const [i, one] of block.entries()) {
      for (const other of block.slice(i + 1)) {
        const [a, b] = one.personId < other.personId ? [one, other] : [other, one];
        if (a.personId === b.personId) continue;
        const found = duplicateScore(a, b);
        if (found.score < settings.duplicateFrom) continue;
        pairs.set(`${a.personId} ${b.personId}`, { a: a.personId, b: b.personId, ...found });
      }
    }
  }
  return [...pairs.values()].toSorted(
    (x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1),
  );
}
