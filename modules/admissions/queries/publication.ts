import type { Offer, PublicationSource, PublicContent } from '#engines/publishing';
import { isUuid, type OrgId } from '#kernel/ids';
import { chineseDate, chineseMonth, monthOf, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { facesOf } from '#modules/members';
import { placeOf } from '#modules/organisations';
import { recordObjection } from '../commands/record-objection.ts';
import { caseOf, casesWithin, type CaseId, type CaseRow } from '../store/cases.ts';
import { stepsOf, type StepRow } from '../store/steps.ts';

const SEX = { male: '男', female: '女' } as const;
const ALL = { offset: 0, limit: 500 };

const dayOf = (steps: readonly StepRow[], move: StepRow['move']): PlainDate | null =>
  steps.findLast((step) => step.move === move)?.on ?? null;

interface Noticed {
  readonly offer: Offer;
  readonly content: PublicContent;
}

/** What 公示 tells of somebody: never the day of birth, the number or the address. */
async function noticeOf(read: Read, row: CaseRow): Promise<Noticed | null> {
  const steps = await stepsOf(read, [row.caseId]);
  const notice = steps.findLast((step) => step.move === 'begin_notice');
  const face = (await facesOf(read, [row.personId])).get(row.personId);
  if (notice === undefined || face === undefined) return null;
  const applied = dayOf(steps, 'apply');
  const activist = dayOf(steps, 'determine_activist');
  const facts = [
    ['姓名', face.name],
    ['性别', face.sex === null ? '' : SEX[face.sex]],
    ['出生年月', face.bornOn === null ? '' : chineseMonth(monthOf(face.bornOn))],
    ['提出入党申请', applied === null ? '' : chineseDate(applied)],
    ['确定为入党积极分子', activist === null ? '' : chineseDate(activist)],
  ].filter(([, value]) => value !== '');
  const until = notice.until;
  const offer: Offer = {
    kind: 'party.notice',
    sourceId: row.caseId,
    title: `关于拟将${face.name}同志列为发展对象的公示`,
    on: notice.on,
    period: null,
    until,
    places: notice.told.places ?? [],
  };
  const term = until === null ? '' : `公示时间：${chineseDate(notice.on)}至${chineseDate(until)}。`;
  return {
    offer,
    content: {
      title: offer.title,
      blocks: [
        {
          kind: 'text',
          text: `经支部委员会（支部党员大会）讨论、上级党委同意，拟将${face.name}同志列为发展对象，现予公示。${term}`,
        },
        {
          kind: 'table',
          title: '基本情况',
          header: facts.map(([name]) => name ?? ''),
          rows: [facts.map(([, value]) => value ?? '')],
          totals: [],
        },
        {
          kind: 'text',
          text: '公示期间，党员和群众对公示对象有意见的，可以口头、书面或者在公开栏向党组织反映，署名、不署名都可以。',
        },
      ],
    },
  };
}

/** 公示 of those who are to be 发展对象; objections go back into the case. */
export const admissionPublication: PublicationSource = {
  module: 'admissions',
  offers: async (read, orgId, since) => {
    const place = await placeOf(read, orgId);
    if (place === null) return [];
    const rows = await casesWithin(read, { path: place.orgPath, register: 'activists' }, ALL);
    const running = rows.filter(
      (row) => row.place.orgId === orgId && row.state === 'target_noticed',
    );
    const offers: Offer[] = [];
    for (const row of running) {
      const found = await noticeOf(read, row);
      if (found !== null && found.offer.on >= since) offers.push(found.offer);
    }
    return offers;
  },
  content: async (read, orgId: OrgId, sourceId) => {
    const row = isUuid(sourceId) ? await caseOf(read, sourceId as CaseId) : null;
    return row === null || row.place.orgId !== orgId ? null : noticeOf(read, row);
  },
  object: (write, sourceId, objection) =>
    recordObjection(write, { caseId: sourceId as CaseId, ...objection }),
};
