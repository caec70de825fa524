import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { Unread } from '../../patterns/unread.ts';
import type { Asked, Next, PaperKey, Told } from './queries.ts';

/** The form of a step as its fields hold it; emptied fields are null or missing. */
export interface StepValues {
  readonly on?: PlainDate | Unread | null;
  readonly told?: Readonly<Partial<Record<Asked, unknown>>>;
  readonly meetingId?: Id<'Meeting'> | null;
  readonly voteId?: Id<'Vote'> | null;
  readonly papers?: readonly PaperKey[];
}

export interface StepForm {
  readonly told: Told;
  readonly meetingId?: Id<'Meeting'>;
  readonly voteId?: Id<'Vote'>;
  readonly papers: PaperKey[];
}

const isFilled = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== false &&
  !(value instanceof Unread) &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0);

const toldValue = (name: Asked, value: unknown): unknown => {
  if (name === 'months') return Number(value);
  if (name === 'team' && Array.isArray(value))
    return value.map((one: unknown) =>
      typeof one === 'object' && one !== null && 'id' in one ? one.id : one,
    );
  return value;
};

/** Reads a form's fields for a step: only what it asks for and what is filled. */
export function readStep(next: Pick<Next, 'asks' | 'meeting'>, values: StepValues): StepForm {
  const told: Record<string, unknown> = {};
  for (const name of next.asks) {
    const value = values.told?.[name];
    if (isFilled(value)) told[name] = toldValue(name, value);
  }
  const { meetingId, voteId } = values;
  return {
    told,
    ...(next.meeting === null || meetingId === undefined || meetingId === null
      ? {}
      : { meetingId }),
    ...(next.meeting?.by !== 'vote' || voteId === undefined || voteId === null ? {} : { voteId }),
    papers: [...(values.papers ?? [])],
  };
}
