/** What a committee may fix, or what was not read (rules.md 3.6, 6.1, 15, 17). */
export interface MemberSettings {
  /** DEV26 art. 31. */
  readonly probationMonths: number;
  readonly extensionMonths: { readonly min: number; readonly max: number };
  /** 光荣在党50年: years, and the day of the year on which they must be full (`MM-DD`). */
  readonly medal: { readonly years: number; readonly cutoff: string; readonly listMonth: number };
  readonly minimumAge: number;
  /** Pairs scoring below are not shown as possible duplicates (0–1). */
  readonly duplicateFrom: number;
}

export const DEFAULT_MEMBER_SETTINGS: MemberSettings = {
  probationMonths: 12,
  extensionMonths: { min: 6, max: 12 },
  medal: { years: 50, cutoff: '07-01', listMonth: 4 },
  minimumAge: 18,
  duplicateFrom: 0.6,
};
