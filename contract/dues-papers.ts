import { download, z, zMonth, zYear } from './lib.ts';
import { zGroupId } from './organisations-words.ts';
import { zPersonId } from './members-words.ts';
import {
  branch,
  span,
  zPublicationId,
  zReceiptId,
  zReliefId,
  zRemittanceId,
} from './dues-words.ts';

const format = { format: z.enum(['html', 'docx', 'xlsx']).default('html') };
const READ = { permission: 'dues.read' } as const;

/** The papers users ask for by name, each as print page, Word and Excel. */
export const paperEndpoints = {
  assessmentPaper: download({
    path: '/dues/papers/assessment',
    access: { permission: 'dues.base' },
    summary: '党费核定表',
    input: z.object({ ...branch, month: zMonth, ...format }),
  }),
  ledgerPaper: download({
    path: '/dues/papers/ledger',
    access: READ,
    summary: '党费收缴明细表',
    /** With a group: its members alone, for the leader who collects. */
    input: z.object({ ...branch, ...span, groupId: zGroupId.optional(), ...format }),
  }),
  memberPaper: download({
    path: '/dues/papers/member',
    access: READ,
    summary: '党费证',
    input: z.object({ ...branch, personId: zPersonId, year: zYear, ...format }),
  }),
  myPaper: download({
    path: '/dues/papers/mine',
    access: 'session',
    summary: '我的党费证',
    input: z.object({ year: zYear, ...format }),
  }),
  receiptPaper: download({
    path: '/dues/papers/receipt',
    access: READ,
    summary: '党费收据',
    input: z.object({ receiptId: zReceiptId, ...format }),
  }),
  remittancePaper: download({
    path: '/dues/papers/remittance',
    access: READ,
    summary: '党费上缴单',
    input: z.object({ remittanceId: zRemittanceId, ...format }),
  }),
  reliefPaper: download({
    path: '/dues/papers/relief',
    access: READ,
    summary: '党费减免审批表',
    input: z.object({ reliefId: zReliefId, ...format }),
  }),
  publicationPaper: download({
    path: '/dues/papers/publication',
    access: READ,
    summary: '党费收缴使用情况公示',
    input: z.object({ publicationId: zPublicationId, ...format }),
  }),
};
