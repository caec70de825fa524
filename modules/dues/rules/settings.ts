import { money, type Money } from '#kernel/money';
import type { PlainMonth } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** Unit that amounts are rounded to, half up: 分 0.01, 角 0.1, 元 1 yuan. */
export type Rounding = 'fen' | 'jiao' | 'yuan';

/**
 * What a committee may fix where the central text leaves room or was not read
 * (rules.md 4 and 17). Shown in the interface as 按上级规定. Amounts in fen.
 */
export interface DuesSettings {
  readonly rounding: Rounding;
  /** DUES08 art. 6: between 20 and 100 fen a month. */
  readonly farmerMonthly: Money;
  readonly studentMonthly: Money;
  readonly unemployedMonthly: Money;
  /** DUES17 item 1: advice, never a refusal. */
  readonly softCap: Money;
  /** Day of the month of collection; a new member's first month moves to the next round after it. */
  readonly collectionDay: number;
  /** Clock months of arrears from which 批评教育、限期改正 is the step. No number in the text. */
  readonly educateFromMonths: number;
  /** EDU19 art. 31(6). */
  readonly judgeFromMonths: number;
  /** DUES08 art. 12: 补交 generally not longer. */
  readonly backPayMonths: number;
  /** Pay changes in mid-year: `keep` till the next January, or from the month of the new wage. */
  readonly payChange: 'keep' | 'from_month';
}

export const DEFAULT_DUES_SETTINGS: DuesSettings = {
  rounding: 'fen',
  farmerMonthly: money(20),
  studentMonthly: money(20),
  unemployedMonthly: money(20),
  softCap: money(100_000),
  collectionDay: 10,
  educateFromMonths: 3,
  judgeFromMonths: 6,
  backPayMonths: 6,
  payChange: 'keep',
};

/** Settings that held in a month. The same object for months of the same settings. */
export type SettingsAt = (month: PlainMonth) => DuesSettings;

/** Part of the settings, as an organisation fixed them from a month on. */
export interface SettingsRow {
  readonly orgPath: string;
  readonly settings: Partial<DuesSettings>;
  readonly from: PlainMonth;
  /** First month in which they no longer hold; null while they do. */
  readonly until: PlainMonth | null;
}

/**
 * Settings of a place by month: what is fixed nearer goes before what is fixed higher up.
 * `rows` within sight, the highest organisation first.
 */
export function settingsAt(rows: readonly SettingsRow[], orgPath: string): SettingsAt {
  const above = rows.filter((row) => orgPath.startsWith(row.orgPath));
  if (above.length === 0) return () => DEFAULT_DUES_SETTINGS;
  const seen = new Map<string, DuesSettings>();
  const ofMonth = new Map<PlainMonth, DuesSettings>();
  const fixedIn = (month: PlainMonth): DuesSettings => {
    const valid = above.filter(
      (row) => row.from <= month && (row.until === null || row.until > month),
    );
    const key = valid.map((row) => above.indexOf(row)).join();
    const found =
      seen.get(key) ??
      valid.reduce<DuesSettings>(
        (all, row) => ({ ...all, ...row.settings }),
        DEFAULT_DUES_SETTINGS,
      );
    seen.set(key, found);
    return found;
  };
  return (month) => {
    const found = ofMonth.get(month) ?? fixedIn(month);
    ofMonth.set(month, found);
    return found;
  };
}

export type SettingsRefusal = Refusal<
  | 'dues.farmer_amount_outside_band'
  | 'dues.collection_day_invalid'
  | 'dues.arrears_steps_out_of_order'
>;

/** Refuses what the text forbids: farmers outside 0.2–1 yuan (DUES08 art. 6), steps out of order. */
export function checkSettings(settings: DuesSettings): Result<DuesSettings, SettingsRefusal> {
  if (settings.farmerMonthly < 20 || settings.farmerMonthly > 100) {
    return refuse('dues.farmer_amount_outside_band', { fen: settings.farmerMonthly });
  }
  if (
    !Number.isInteger(settings.collectionDay) ||
    settings.collectionDay < 1 ||
    settings.collectionDay > 28
  ) {
    return refuse('dues.collection_day_invalid', { day: settings.collectionDay });
  }
  if (settings.educateFromMonths < 1 || settings.educateFromMonths >= settings.judgeFromMonths) {
    return refuse('dues.arrears_steps_out_of_order', {
      educate: settings.educateFromMonths,
      judge: settings.judgeFromMonths,
    });
  }
  return ok(settings);
}
