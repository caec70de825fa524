import type { Indicator, Period, SourceRow } from '#engines/indicator';
import { chineseDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import { labelOf } from './queries/list.ts';
import type { Move } from './rules/words.ts';
import { stepsOver } from './store/steps.ts';

const indicator = (id: string, name: string, definition: string, move: Move): Indicator => ({
  id,
  version: 1,
  name,
  unit: '人',
  definition,
  async figures(read: Read, period: Period) {
    const steps = await stepsOver(read, [move], period.from, period.to, period.knownAt);
    return [...Map.groupBy(steps, (step) => step.orgId)].map(([orgId, list]) => ({
      orgId,
      value: list.length,
      of: 1,
    }));
  },
  async rows(read: Read, period: Period, orgIds): Promise<SourceRow[]> {
    const wanted = new Set(orgIds);
    const steps = (await stepsOver(read, [move], period.from, period.to, period.knownAt)).filter(
      (step) => wanted.has(step.orgId),
    );
    const names = await namesOf(
      read,
      steps.map((step) => step.personId),
    );
    return steps.map((step) => ({
      id: step.id,
      orgId: step.orgId,
      on: step.on,
      label: `${chineseDate(step.on)} ${names.get(step.personId) ?? ''} ${labelOf(move)}`,
      adds: 1,
      route: `/admissions/case?caseId=${step.caseId}`,
      recordId: `${step.caseId}:${move}`,
    }));
  },
});

/** People by the step they reached, by the day of the step. */
export const admissionIndicators: readonly Indicator[] = [
  indicator('admissions.applied', '新递交入党申请书', '期内递交入党申请书的人数', 'apply'),
  indicator(
    'admissions.activists',
    '确定入党积极分子',
    '期内确定为入党积极分子的人数',
    'determine_activist',
  ),
  indicator(
    'admissions.targets',
    '确定发展对象',
    '期内由支委会讨论确定为发展对象的人数',
    'determine_target',
  ),
  indicator(
    'admissions.accepted',
    '支部大会接收预备党员',
    '期内支部大会通过接收为预备党员的人数',
    'accept',
  ),
  indicator('admissions.approved', '审批预备党员', '期内上级党委审批的预备党员人数', 'approve'),
  indicator(
    'admissions.regularised',
    '预备党员转正审批',
    '期内上级党委批准转正的人数',
    'approve_regularise',
  ),
];
