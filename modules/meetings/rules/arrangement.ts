import type { PlainDate } from '#kernel/plain-date';
import { builtInKind, isBuiltIn, ownKind, type OwnKind, type PlannedKind } from './own-kinds.ts';
import {
  DEFAULT_MEETING_SETTINGS,
  MEETING_KIND_KEYS,
  type MeetingKind,
  type MeetingSettings,
  type Rhythm,
} from './kinds.ts';
import type { FixedDay } from './rhythm.ts';

/** What an organisation stores; the nearest one above that said something holds. */
export interface StoredSettings {
  readonly activityDay?: FixedDay | null;
  readonly lateAfterDays?: number;
  readonly keeps?: readonly string[];
  readonly rhythms?: Readonly<Record<string, Rhythm | null>>;
}

export interface Arrangement {
  readonly settings: MeetingSettings;
  readonly activityDay: FixedDay | null;
  readonly keeps: readonly MeetingKind[];
  /** Kinds that can be held on the day. */
  readonly kinds: readonly PlannedKind[];
  /** Also ended ones: old minutes still name them. */
  readonly known: ReadonlyMap<string, PlannedKind>;
}

export interface DatedOwnKind extends OwnKind {
  readonly orgPath: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** What holds for a place on a day, from all that was set at or above it, the highest first. */
export function arrangementOf(
  stored: readonly StoredSettings[],
  own: readonly DatedOwnKind[],
  orgPath: string,
  day: PlainDate,
): Arrangement {
  const all = stored.reduce<StoredSettings>(
    (sum, one) => ({ ...sum, ...one, rhythms: { ...sum.rhythms, ...one.rhythms } }),
    {},
  );
  const settings: MeetingSettings = {
    ...DEFAULT_MEETING_SETTINGS,
    backfillAfterDays: all.lateAfterDays ?? DEFAULT_MEETING_SETTINGS.backfillAfterDays,
    rhythms: { ...DEFAULT_MEETING_SETTINGS.rhythms, ...all.rhythms },
  };
  const builtIn = MEETING_KIND_KEYS.map((kind) => builtInKind(kind, settings));
  const above = own.filter((kind) => orgPath.startsWith(kind.orgPath));
  const now = above.filter((kind) => kind.from <= day && (kind.to === null || kind.to > day));
  const known = new Map<string, PlannedKind>();
  for (const kind of [...builtIn, ...own.map(ownKind), ...now.map(ownKind)])
    known.set(kind.kind, kind);
  return {
    settings,
    activityDay: all.activityDay ?? null,
    keeps: (all.keeps ?? []).filter(isBuiltIn),
    kinds: [...builtIn, ...now.map(ownKind)],
    known,
  };
}
