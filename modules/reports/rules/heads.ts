import type { ReportKind } from '#contract/reports-words';

/**
 * The five heads of a secretary's report (`appraise.contents`): known from second hand, so that every
 * title may be changed. Summaries follow the same order with shorter words.
 */
export const HEADS: Readonly<Record<ReportKind, readonly string[]>> = {
  annual: [
    '学习贯彻党中央决策部署情况',
    '履行抓党建第一责任人职责情况',
    '党组织建设、组织生活和党员发展教育管理情况',
    '基本保障和服务群众情况',
    '上年问题整改情况、存在的不足和下一步打算',
  ],
  half_year: [
    '理论学习情况',
    '落实责任情况',
    '组织生活和党员队伍情况',
    '服务群众情况',
    '下半年打算',
  ],
  year_summary: [
    '理论学习情况',
    '落实责任情况',
    '组织生活和党员队伍情况',
    '服务群众情况',
    '存在的不足和下一年打算',
  ],
};

/** Proposals by the id of an indicator; the secretary moves a figure where it is wanted. */
const PLACES: readonly (readonly [RegExp, number])[] = [
  [/study|hours|centre_group|forum|first_topic/, 0],
  [/governance|discipline|ideology|leading|democratic|talk|decision|posts|term/, 1],
  [/volunteer|service|hardship|care|home_visit|allot|means|fund|dues\.used?|premises/, 3],
];

/** The head, from 0, that an indicator is proposed for. */
export const headOf = (indicator: string): number =>
  PLACES.find(([pattern]) => pattern.test(indicator))?.[1] ?? 2;

/** Breakdowns and sums of other figures: there to be chosen, not proposed. */
const NOT_PROPOSED =
  /\.rate$|\.age\.|\.all\.|three_and_one|attendances|votes|(?<!life_meeting)\.of_year$|life_meeting\.count$/;

/** Whether a figure stands in a fresh report when it is not nothing. */
export const isProposed = (indicator: string): boolean => !NOT_PROPOSED.test(indicator);
