import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeRefusal } from '#contract/refusals';
import { toDocx, type Document } from '#engines/document';
import { figureNumber } from '#engines/indicator';
import { today } from '#kernel/clock';
import { tenantOf } from '#kernel/org-path';
import { dayOf } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import {
  draftReport,
  figuresOf,
  openReport,
  reportDocument,
  reportsOfPeriod,
  type Desk,
} from '#modules/reports';
import { INDICATORS } from '../modules.ts';
import { actingFor } from './acting.ts';
import type { Command } from './command.ts';

const USAGE =
  '用法：annual-report --org 党组织名称 --year 年份 --out 文件.docx [--author 姓名] [--json]';

/** The value, or an error whose message is the sentence of the refusal. */
function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(describeRefusal(result.refusal));
}

interface Printed {
  readonly document: Document;
  readonly figures: ReturnType<typeof figuresOf>;
  readonly author: string;
}

/** The report as somebody wrote it, an issued one before a draft; else as it is proposed, with the figures alone. */
async function reportFor(desk: Desk, year: number, author: string | undefined): Promise<Printed> {
  const { orgId } = desk.actor;
  const [from, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  const written = await desk.db.read(desk.actor, (read) =>
    reportsOfPeriod(read, orgId, 'annual', from, to),
  );
  const one = written.find((report) => author === undefined || report.authorName === author);
  if (one !== undefined) {
    const opened = given(await openReport(desk, one.id));
    return { document: opened.document, figures: figuresOf(opened), author: one.authorName };
  }
  const drafted = given(
    await draftReport(desk, { orgId, kind: 'annual', from, to, authorName: author }),
  );
  const { report, figures } = drafted;
  const knownAt = new Date(desk.db.clock.now());
  return {
    document: reportDocument(report, INDICATORS.all, figures, {
      on: desk.today,
      knownAt,
      draft: true,
    }),
    figures: figuresOf({ content: report.content, indicators: INDICATORS.all, figures }),
    author: report.authorName,
  };
}

/**
 * `annual-report --org NAME --year Y --out FILE.docx [--author NAME] [--json]`: writes the report as Word.
 * With `--json` every figure goes to standard output with name, value, unit and number of source rows.
 */
export const annualReport: Command = async ({ args, print }, { db }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      org: { type: 'string' },
      year: { type: 'string' },
      out: { type: 'string' },
      author: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const year = Number(values.year);
  if (values.org === undefined || values.out === undefined || values.year === undefined)
    throw new Error(USAGE);
  if (!Number.isInteger(year) || year < 1921 || year > 2199)
    throw new Error(`“${values.year}”不是有效年份。${USAGE}`);
  const named = await actingFor(db, values.org);
  // The author may head bodies that stand elsewhere in the tree (党组书记 and 支部书记 of one house): the console
  // sees the whole tenant.
  const actor = { ...named, scope: tenantOf(named.place) };
  const desk: Desk = { db, actor, today: today(db.clock), registry: INDICATORS };
  const { document, figures, author } = await reportFor(desk, year, values.author);
  await writeFile(values.out, await toDocx(document));
  if (values.json === true) {
    const lines = figures.map((one) => ({
      indicator: one.indicator,
      name: one.name,
      value: figureNumber(one.unit, one.value, one.of),
      text: one.text,
      unit: one.unit,
      rows: one.rows,
    }));
    print(JSON.stringify({ org: values.org, year, author, figures: lines }));
  } else print(`已写入 ${values.out}`);
  return 0;
};
