import { read, write, z, zCan, zText } from './lib.ts';

/** A table of one year has about forty lines; a file may hold some years. */
const MAX_FILE = 40_000;

/** Days off and days worked against the week, by the yearly notices. */
export const organisationsDays = {
  workYears: read({
    path: '/organisations/work-years',
    access: { permission: 'organisations.read' },
    summary: '节假日表',
    input: z.object({}),
    output: z.object({
      years: z.array(
        z.object({
          year: z.number().int(),
          rest: z.number().int(),
          work: z.number().int(),
          /** The notice; empty for a year that came with the program. */
          source: z.string(),
          enteredAt: z.string().nullable(),
        }),
      ),
      can: zCan,
    }),
  }),
  loadWorkYears: write({
    path: '/organisations/work-years',
    access: { permission: 'organisations.change' },
    summary: '导入节假日表',
    input: { text: zText(MAX_FILE) },
    output: z.object({ years: z.array(z.number().int()) }),
  }),
};
