import { download, z, zFlag, zId } from './lib.ts';

const READ = { permission: 'ballots.read' } as const;

export const zBallotId = zId<'Ballot'>();
const ballot = { ballotId: zBallotId };
const zRoundNo = z.coerce.number().int().min(1).max(50).optional();
const format = { format: z.enum(['html', 'docx']).default('html') };

/** Papers of a ballot. */
export const ballotPapers = {
  ballotPaper: download({
    path: '/ballots/papers/ballot',
    access: READ,
    summary: '票样（供印制纸质票）',
    input: z.object({
      ...ballot,
      ...format,
      perPage: z.enum(['1', '2', '4']).default('2'),
      large: zFlag.optional(),
    }),
  }),
  sheetPaper: download({
    path: '/ballots/papers/sheet',
    access: READ,
    summary: '计票报告单',
    input: z.object({ ...ballot, roundNo: zRoundNo, ...format }),
  }),
  rollPaper: download({
    path: '/ballots/papers/roll',
    access: READ,
    summary: '发票登记名册',
    input: z.object({ ...ballot, ...format }),
  }),
  closingList: download({
    path: '/ballots/papers/closing-list',
    access: READ,
    summary: '截止清单（票号，不含选择）',
    input: z.object({ ...ballot, roundNo: zRoundNo, ...format }),
  }),
  recountPage: download({
    path: '/ballots/papers/recount-page',
    access: READ,
    summary: '计票复核页（单个网页文件）',
    input: z.object({ ...ballot, roundNo: zRoundNo }),
  }),
  recountFile: download({
    path: '/ballots/papers/recount-file',
    access: READ,
    summary: '复核文件（票面选择，不含票码）',
    input: z.object({ ...ballot, roundNo: zRoundNo }),
  }),
  certificate: download({
    path: '/ballots/papers/certificate',
    access: READ,
    summary: '销毁证明',
    input: z.object({ ...ballot, ...format }),
  }),
};
