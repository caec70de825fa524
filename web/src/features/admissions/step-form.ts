import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { Unread } from '../../patterns/unread.ts';
import type { Next, PaperKey, Told } from './queries.ts';

/** The form of a step as its fields hold it; emptied fields are null or missing. */
export interface StepValues {
  readonly on?: PlainDate | Unread | null;
  readonly told?: Readonly<Partial<Record<keyof Told, unknown>>>;
  readonly meetingId?: Id<'Meeting'> | null;
  readonly voteId?: Id<'Vote'> | null;
  readonly papers?: readonly PaperKey[];
  readonly reasons?: Readonly<Record<string, string | undefined>>;
}

/** What the server is asked about and gets: only what this step asks for and what is filled. */
export interface StepForm {
  readonly told: Told;
  readonly meetingId?: Id<'Meeting'>;
  readonly voteId?: Id<'Vote'>;
  readonly papers: PaperKey[];
  readonly reasons: Record<string, string>;
}

const isFilled = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  !(value instanceof Unread) &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0);

const NUMBERS = new Set<string>(['courseDays', 'courseHours', 'months']);
const LISTS = new Set<string>(['places']);
/** Of these an empty answer is an answer: nobody left an opinion in writing. */
const NONE_WRITTEN = { inFavour: 0, against: 0 };

const splitLines = (text: string): string[] =>
  text
    .split(/[\n；;、]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const toldValue = (name: string, value: unknown): unknown => {
  if (NUMBERS.has(name)) return Number(value);
  if (LISTS.has(name) && typeof value === 'string') return splitLines(value);
  if (name === 'written') {
    const { inFavour, against } = value as { inFavour?: unknown; against?: unknown };
    return { inFavour: Number(inFavour ?? 0), against: Number(against ?? 0) };
  }
  return value;
};

/** Reads a form's fields for a step. Numbers typed as text become numbers; places are one to a line. */
export function readStep(next: Pick<Next, 'asks' | 'meeting'>, values: StepValues): StepForm {
  const told: Record<string, unknown> = {};
  for (const name of next.asks) {
    const value = values.told?.[name as keyof Told];
    if (isFilled(value)) told[name] = toldValue(name, value);
    else if (name === 'written') told[name] = NONE_WRITTEN;
  }
  const { meetingId, voteId } = values;
  return {
    told,
    ...(next.meeting === null || meetingId === undefined || meetingId === null
      ? {}
      : { meetingId }),
    ...(next.meeting?.by !== 'vote' || voteId === undefined || voteId === null ? {} : { voteId }),
    papers: [...(values.papers ?? [])],
    reasons: Object.fromEntries(
      Object.entries(values.reasons ?? {}).flatMap(([rule, text]) =>
        text === undefined || text.trim() === '' ? [] : [[rule, text.trim()]],
      ),
    ),
  };
}

const SHOWN = 20;
const shorten = (text: string | undefined): string | undefined => text?.slice(0, SHOWN);

/** The same as text for a check: of long texts only that they are there matters, and an address is short. */
export function checkText(form: StepForm): string {
  const { resolution, note, ...told } = form.told;
  return JSON.stringify({
    ...form,
    told: {
      ...told,
      ...(resolution === undefined ? {} : { resolution: shorten(resolution) }),
      ...(note === undefined ? {} : { note: shorten(note) }),
    },
    reasons: Object.fromEntries(
      Object.entries(form.reasons).map(([rule, text]) => [rule, shorten(text)]),
    ),
  });
}
