import type { PlainDate } from '#kernel/plain-date';

/** A dated part of somebody's membership: `from` included, `to` excluded, null while it holds. */
export interface StayPart {
  readonly category: 'full' | 'probationary';
  readonly standing: 'normal' | 'suspended';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** `barred`: 留党察看 with rights not yet restored; `sanctioned`: the effect period of another sanction. */
export interface Restriction {
  readonly kind: 'barred' | 'sanctioned';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface PersonHistory {
  readonly stays: readonly StayPart[];
  readonly restrictions: readonly Restriction[];
}

export interface Rights {
  readonly standing: 'full' | 'probationary' | 'suspended' | 'gone';
  readonly vote: boolean;
  readonly elect: boolean;
  /** May be elected. */
  readonly stand: boolean;
  /** 入党介绍人 (DEV26 art. 14): barred ones never, sanctioned ones are not fit. */
  readonly introduce: 'yes' | 'unsuitable' | 'no';
  /** 培养联系人: full members (DEV26 art. 9). */
  readonly contact: boolean;
  /** Counted among those entitled: the base of quorum and majority. */
  readonly counts: boolean;
  /** In words: `正常`, `停止党籍`. */
  readonly words: string;
}

const NONE: Omit<Rights, 'standing' | 'words'> = {
  vote: false,
  elect: false,
  stand: false,
  introduce: 'no',
  contact: false,
  counts: false,
};

const holds = (day: PlainDate, one: { from: PlainDate; to: PlainDate | null }): boolean =>
  one.from <= day && (one.to === null || day < one.to);

/**
 * What somebody may do on a day by membership and restrictions alone (EDU19 art. 24; DEV26 arts. 14, 30). A case
 * that is not decided takes nothing away, so it is no argument.
 */
export function rightsOn(person: PersonHistory | undefined, day: PlainDate): Rights {
  const stay = person?.stays.find((one) => holds(day, one));
  if (person === undefined || stay === undefined)
    return { ...NONE, standing: 'gone', words: '不是在册党员' };
  if (stay.standing === 'suspended') return { ...NONE, standing: 'suspended', words: '停止党籍' };
  if (stay.category === 'probationary')
    return {
      ...NONE,
      standing: 'probationary',
      words: '预备党员，没有表决权、选举权和被选举权',
    };
  const kinds = new Set(
    person.restrictions.filter((one) => holds(day, one)).map((one) => one.kind),
  );
  if (kinds.has('barred'))
    return {
      ...NONE,
      standing: 'full',
      words: '没有表决权、选举权和被选举权，党员权利尚未恢复',
    };
  return {
    standing: 'full',
    vote: true,
    elect: true,
    stand: true,
    introduce: kinds.has('sanctioned') ? 'unsuitable' : 'yes',
    contact: true,
    counts: true,
    words: kinds.has('sanctioned') ? '党员权利正常，暂不宜作入党介绍人' : '正常',
  };
}
