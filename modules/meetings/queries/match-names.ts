import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import type { Read } from '#platform/db';
import { searchTokens, similarNames, type Likeness } from '#platform/words';
import type { CandidateWhy } from '../rules/name-candidates.ts';
import { readNameList } from '../rules/name-list.ts';
import { meetingsOfSitting, sittingOf } from '../store/working.ts';

type In = Omit<Inputs<typeof meetingsContract>['matchNames'], 'commandId'>;
type Out = Outputs<typeof meetingsContract>['matchNames'];

const WHY: Readonly<Record<CandidateWhy | Likeness, string>> = {
  namesake: '同名',
  sounds_alike: '同音',
  one_character: '差一个字',
  nickname: '称呼',
  same: '同名',
  same_sound: '同音',
  pinyin: '拼音',
  swapped: '字序不同',
  given_name: '只有名字',
  near_sound: '近音',
  given_sound: '名字同音',
  surname: '只有姓',
};

/** Pinyin of a name: the longest of its search tokens that is all letters. */
const soundOf = (name: string): string =>
  searchTokens(name)
    .filter((token) => /^[a-z]+$/.test(token))
    .toSorted((a, b) => b.length - a.length)[0] ?? '';

/**
 * Reads a pasted list or a sign-up list of the chat against the roll of a sitting. Names that fit one
 * person are sure; the rest is shown with who may be meant, and nothing is marked before it is confirmed.
 */
export async function matchNames(read: Read, input: In): Promise<Out | null> {
  const sitting = await sittingOf(read, input.sittingId);
  if (sitting === null) return null;
  const meetings = await meetingsOfSitting(read, sitting.id);
  const roll = new Map(
    meetings.flatMap((meeting) => meeting.content.roll.map((line) => [line.key, line.name])),
  );
  const listed = [...roll].map(([personId, name]) => ({ personId, name }));
  const names = listed.map((line) => line.name);
  const found = readNameList(input.text, listed, { bare: 'present', soundOf });
  const nameOf = (key: string): string => roll.get(key) ?? '';
  const sure = found.marks.map((mark) => ({
    line: mark.line,
    written: nameOf(mark.personId),
    verdict: 'sure' as const,
    state: mark.presence,
    reason: mark.reason,
    candidates: [{ key: mark.personId, name: nameOf(mark.personId), why: WHY.same }],
  }));
  const open = found.open.map((one) => {
    const candidates = new Map(
      one.candidates.map((candidate) => [candidate.personId, WHY[candidate.why]]),
    );
    for (const likely of similarNames(one.text, names).slice(0, 5)) {
      const key = listed[likely.index]?.personId;
      if (key !== undefined && !candidates.has(key)) candidates.set(key, WHY[likely.likeness]);
    }
    const list = [...candidates].map(([key, why]) => ({ key, name: nameOf(key), why }));
    const verdict =
      list.length === 0
        ? ('unknown' as const)
        : list.length === 1
          ? ('likely' as const)
          : ('several' as const);
    return {
      line: one.line,
      written: one.text,
      verdict,
      state: one.presence,
      reason: one.reason,
      candidates: list,
    };
  });
  const lines = [...sure, ...open].toSorted((a, b) => a.line - b.line);
  return {
    lines: lines.map(({ line: _, ...rest }) => rest),
    missing: found.missing.map((key) => ({ key, name: nameOf(key) })),
  };
}
