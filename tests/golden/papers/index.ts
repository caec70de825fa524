import type { Document } from '#engines/document';
import { annualReport } from './annual-report.ts';
import { approval } from './approval.ts';
import { duesLedger } from './dues-ledger.ts';
import { minutes } from './minutes.ts';
import { notice } from './notice.ts';
import { remittance } from './remittance.ts';
import { signIn } from './sign-in.ts';
import { workBook } from './work-book.ts';

/** The sample papers by file name; all persons, organisations and figures are invented. */
export const PAPERS: Readonly<Record<string, Document>> = {
  'annual-report': annualReport,
  approval,
  'dues-ledger': duesLedger,
  minutes,
  notice,
  remittance,
  'sign-in': signIn,
  'work-book': workBook,
};
