import { read, write, z, zDay, zId, zLine, zMoney, zMonth, zWords, zYear } from './lib.ts';
import { zPersonId } from './members-words.ts';
import { branch, span, zPublicationId, zPurpose, zReceiptId } from './dues-words.ts';

const READ = { permission: 'dues.read' } as const;
const WRITE = { permission: 'dues.write' } as const;

const zPublished = z.object({ name: z.string(), due: zMoney, paid: zMoney, open: zMoney });
const zPublishedUse = z.object({ on: zDay, purpose: zPurpose, what: z.string(), amount: zMoney });
export const zPublishedLines = z.object({
  members: z.array(zPublished),
  uses: z.array(zPublishedUse),
  remitted: zMoney,
});
const zMatch = z.object({
  kind: z.enum(['receipt', 'member']),
  personId: zPersonId,
  receiptId: zReceiptId.nullable(),
  name: z.string(),
  words: z.string(),
});

/** 使用, 公示, 对账. */
export const meansEndpoints = {
  uses: read({
    path: '/dues/uses',
    access: READ,
    summary: '党费使用与余额',
    input: z.object({ ...branch, year: zYear }),
    output: z.object({
      uses: z.array(
        z.object({
          useId: zId<'DuesUse'>(),
          usedOn: zDay,
          amount: zMoney,
          purpose: zPurpose,
          what: z.string(),
          decidedOn: zDay,
          decidedBy: z.string(),
          voucher: z.string(),
        }),
      ),
      allotments: z.array(
        z.object({
          allotmentId: zId<'DuesAllotment'>(),
          receivedOn: zDay,
          amount: zMoney,
          receivedFrom: z.string(),
          voucher: z.string(),
        }),
      ),
      /** Of all years, today. */
      balance: zMoney,
      used: zMoney,
      received: zMoney,
    }),
  }),
  recordUse: write({
    path: '/dues/uses',
    access: WRITE,
    summary: '登记党费使用',
    input: {
      ...branch,
      usedOn: zDay,
      amount: zMoney,
      purpose: zPurpose,
      what: zWords(120),
      decidedOn: zDay,
      decidedBy: zWords(60),
      voucher: zLine(60).default(''),
    },
    output: z.object({ balance: zMoney }),
  }),
  recordAllotment: write({
    path: '/dues/allotments',
    access: WRITE,
    summary: '登记下拨、返还的党费',
    input: {
      ...branch,
      receivedOn: zDay,
      amount: zMoney,
      receivedFrom: zWords(60),
      voucher: zLine(60).default(''),
    },
    output: z.object({ balance: zMoney }),
  }),
  cancelEntry: write({
    path: '/dues/entries/cancel',
    access: WRITE,
    summary: '作废一条登记',
    input: {
      kind: z.enum(['supplement', 'use', 'allotment', 'publication']),
      entryId: zId<'DuesEntry'>(),
      reason: zWords(200),
    },
    output: z.object({}),
  }),
  publications: read({
    path: '/dues/publications',
    access: READ,
    summary: '收缴使用公示',
    input: z.object({ ...branch, year: zYear }),
    output: z.object({
      publications: z.array(
        z.object({
          publicationId: zPublicationId,
          fromMonth: zMonth,
          toMonth: zMonth,
          publishedOn: zDay,
          place: z.string(),
        }),
      ),
    }),
  }),
  previewPublication: read({
    path: '/dues/publications/preview',
    access: READ,
    summary: '预览收缴使用公示',
    input: z.object({ ...branch, ...span }),
    output: zPublishedLines,
  }),
  publish: write({
    path: '/dues/publications',
    access: WRITE,
    summary: '公布收缴使用情况',
    input: { ...branch, ...span, publishedOn: zDay, place: zWords(60) },
    output: z.object({ publicationId: zPublicationId }),
  }),
  bankLines: read({
    path: '/dues/bank',
    access: WRITE,
    summary: '与银行明细对账',
    input: z.object({ ...branch, fileId: zId<'File'>() }),
    output: z.object({
      lines: z.array(
        z.object({
          row: z.number().int(),
          key: z.string(),
          on: zDay,
          amount: zMoney,
          payer: z.string(),
          note: z.string(),
          state: z.enum(['tied', 'proposed', 'unmatched']),
          proposals: z.array(zMatch),
        }),
      ),
      skipped: z.number().int(),
      /** Receipts by transfer within the days of the statement that no line is tied to. */
      receipts: z.array(
        z.object({
          receiptId: zReceiptId,
          name: z.string(),
          paidOn: zDay,
          amount: zMoney,
        }),
      ),
    }),
  }),
  confirmBank: write({
    path: '/dues/bank',
    access: WRITE,
    summary: '确认对账结果',
    input: {
      ...branch,
      fileId: zId<'File'>(),
      matches: z
        .array(
          z.object({
            key: z.string().max(400),
            match: z.discriminatedUnion('kind', [
              z.object({ kind: z.literal('receipt'), receiptId: zReceiptId }),
              z.object({ kind: z.literal('member'), personId: zPersonId }),
            ]),
          }),
        )
        .min(1)
        .max(500),
    },
    output: z.object({ tied: z.number().int(), received: zMoney }),
  }),
};
