import type { Kind } from './form-words.ts';

/** Kinds of ballots in a word or two. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  approve: '选举',
  choose: '推荐',
  decide: '表决',
  grade: '测评',
  survey: '问卷',
};

export const SLIP_WORDS = { paper: '纸质票', code: '票码条' } as const;
