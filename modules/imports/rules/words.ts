import { ACCEPTED, CELL_NOTES, ROW_REASONS } from '#contract/imports';
import { memberRefusals } from '#contract/members';
import type { Sentence } from '#contract/sentence';
import {
  isPersonField,
  PERSON_FIELDS,
  ROSTER_FIELDS,
  showField,
  type CellProblem,
  type PersonFields,
  type RosterField,
} from '#modules/members';

const refusals: Readonly<Record<string, Sentence>> = memberRefusals;

/** The usual word over a column. */
export function labelOf(field: string): string {
  if (field === 'person') return '在册';
  if (isPersonField(field)) return PERSON_FIELDS[field].label;
  return field in ROSTER_FIELDS ? ROSTER_FIELDS[field as RosterField][0] : field;
}

export const reasonOf = (why: string): string => ROW_REASONS[why] ?? '';

/** A stored value as people read it: codes by name, flags as 是 or 否, days as they are written. */
export function showValue(field: string, value: string | null): string | null {
  if (value === null) return null;
  if (field === 'category') return value === 'full' ? '正式党员' : '预备党员';
  if (value === 'true') return '是';
  if (value === 'false') return '否';
  if (!isPersonField(field) || typeof PERSON_FIELDS[field].kind !== 'object') return value;
  return showField(field, value as PersonFields[typeof field]);
}

/** What is wrong with a cell, and what it may look like. */
export function describeProblem(problem: CellProblem): { why: string; accepted: string } {
  const { code, field, text, params } = problem;
  const told = refusals[code]?.why({ text, ...params }) ?? CELL_NOTES[code] ?? '不能识别';
  const sure =
    code === 'members.code_unsure' ? showValue(field, String(params['key'] ?? '')) : null;
  return {
    why: sure === null ? told : `按“${sure}”理解，请核对`,
    accepted: problem.severity === 'error' ? (ACCEPTED[field] ?? '') : '',
  };
}
