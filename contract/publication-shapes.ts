import { z, zCan, zDay, zWords } from './lib.ts';
import { zOrgId } from './organisations.ts';
import {
  zAudience,
  zItemId,
  zQuestionId,
  zQuestionState,
  zRhythm,
  zSection,
  zItemState,
} from './publication-words.ts';

export const zKindKey = zWords(60);
export const zSource = z.object({ module: zWords(30), sourceId: zWords(60) });
export const zPeriod = z.object({ from: zDay, to: zDay });
export const zContent = z.object({
  title: z.string(),
  blocks: z.array(
    z.union([
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({
        kind: z.literal('table'),
        title: z.string(),
        header: z.array(z.string()),
        rows: z.array(z.array(z.string())),
        totals: z.array(z.string()),
      }),
    ]),
  ),
});
export const zKind = z.object({
  kind: z.string(),
  section: zSection,
  name: z.string(),
  audience: zAudience,
  rhythm: zRhythm,
  postingDays: z.number().int(),
  required: z.boolean(),
  notice: z.boolean(),
  basis: z.string(),
  summary: z.string(),
  paper: z.string(),
  /** Name of the level that fixed it; null for the built-in line. */
  fixedBy: z.string().nullable(),
  /** Whether the organisation asked for fixed it itself. */
  own: z.boolean(),
});
export const zRow = z.object({
  itemId: zItemId,
  orgId: zOrgId,
  orgName: z.string(),
  title: z.string(),
  kindName: z.string(),
  section: zSection,
  audience: zAudience,
  state: zItemState,
  shownFrom: zDay.nullable(),
  shownUntil: zDay.nullable(),
  /** Hangs past its last day. */
  expired: z.boolean(),
  correcting: z.boolean(),
});
export const zBoard = z.object({
  open: z.boolean(),
  /** `/board/K7QF2M9D`; empty while none was ever opened. */
  path: z.string(),
  openedOn: zDay.nullable(),
});
export const zOffer = z.object({
  module: z.string(),
  sourceId: z.string(),
  kind: z.string(),
  kindName: z.string(),
  title: z.string(),
  on: zDay,
  until: zDay.nullable(),
});
export const zQuestion = z.object({
  questionId: zQuestionId,
  number: z.number().int(),
  askedOn: zDay,
  way: z.enum(['board', 'told']),
  words: z.string(),
  /** Only for who may answer; empty where none was given. */
  asker: z.string(),
  dueOn: zDay,
  state: zQuestionState,
  answeredOn: zDay.nullable(),
  answer: z.string(),
  shown: z.boolean(),
  itemId: zItemId.nullable(),
  itemTitle: z.string(),
  overdue: z.boolean(),
  can: zCan,
});
