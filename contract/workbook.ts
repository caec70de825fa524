import { download, read, write, z, zDay, zId, zLine, zWords, zYear } from './lib.ts';
import { zOrgId } from './organisations.ts';
import type { Sentence } from './sentence.ts';

export const zPrintId = zId<'InspectionPrint'>();

export const workbookRefusals = {
  'workbook.year_ahead': {
    why: (p) => `${p['year']}年还没有开始`,
    instead: '选择今年或以前的年份',
  },
  'workbook.asked_ahead': { why: (p) => `提出要求的日期${p['day']}还没有到` },
} satisfies Record<string, Sentence>;

const READ = { permission: 'workbook.read' } as const;
const ofYear = { orgId: zOrgId, year: zYear };
const format = { format: z.enum(['html', 'docx']).default('html') };

/** 支部工作手册 and 迎检资料: both printed from records, nothing written to fill a gap. */
export const workbookContract = {
  overview: read({
    path: '/workbook',
    access: READ,
    summary: '一年资料的情况',
    input: z.object(ofYear),
    output: z.object({
      orgName: z.string(),
      /** Each part of the box: how many records it has and what it lacks. */
      parts: z.array(
        z.object({ name: z.string(), records: z.number().int(), gaps: z.array(z.string()) }),
      ),
      prints: z.array(
        z.object({
          printId: zPrintId,
          printedOn: zDay,
          askedBy: z.string(),
          askedOn: zDay.nullable(),
          purpose: z.string(),
        }),
      ),
    }),
  }),
  handbook: download({
    path: '/workbook/handbook',
    access: READ,
    summary: '支部工作手册',
    input: z.object({ ...ofYear, ...format }),
  }),
  printInspection: write({
    path: '/workbook/inspection',
    access: READ,
    summary: '打印迎检资料（登记谁要的）',
    input: {
      ...ofYear,
      askedBy: zWords(100),
      askedOn: zDay.optional(),
      purpose: zLine(200).default(''),
    },
    output: z.object({ printId: zPrintId }),
  }),
  inspection: download({
    path: '/workbook/inspection/paper',
    access: READ,
    summary: '迎检资料',
    input: z.object({ printId: zPrintId, ...format }),
  }),
};
