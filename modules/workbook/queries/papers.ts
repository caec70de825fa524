import type { Inputs, Outputs } from '#contract/lib';
import type { workbookContract } from '#contract/workbook';
import { toFile } from '#engines/document';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { lastSeal, type Read } from '#platform/db';
import { handbookDocument } from '../documents/handbook.ts';
import { boxParts, inspectionDocument } from '../documents/inspection.ts';
import { printOf, printsOf, type PrintId } from '../store.ts';
import { yearFacts } from './year-facts.ts';

type In = Inputs<typeof workbookContract>;
type Out = Outputs<typeof workbookContract>;

/** What a year's box would hold and lack, and who had it printed. */
export async function overview(read: Read, input: In['overview']): Promise<Out['overview'] | null> {
  const facts = await yearFacts(read, input);
  if (facts === null) return null;
  const prints = await printsOf(read, input.orgId, input.year);
  return {
    orgName: facts.orgName,
    parts: boxParts(facts).map((part) => ({ ...part, gaps: [...part.gaps] })),
    prints: prints.map((row) => ({
      printId: row.id as PrintId,
      printedOn: row.printed_on,
      askedBy: row.asked_by,
      askedOn: row.asked_on,
      purpose: row.purpose,
    })),
  };
}

/** 支部工作手册 of a year. */
export async function handbook(read: Read, input: In['handbook']): Promise<Result<File>> {
  const facts = await yearFacts(read, input);
  if (facts === null) return refuse('common.not_found');
  const document = handbookDocument(facts, await lastSeal(read));
  return ok(await toFile(document, `${facts.orgName}工作手册 ${input.year}`, input.format));
}

/** 迎检资料 of a recorded printing. */
export async function inspection(read: Read, input: In['inspection']): Promise<Result<File>> {
  const print = await printOf(read, input.printId);
  const facts =
    print === null
      ? null
      : await yearFacts(read, { orgId: print.org_id as OrgId, year: print.year });
  if (print === null || facts === null) return refuse('common.not_found');
  const document = inspectionDocument(
    facts,
    {
      printedOn: print.printed_on,
      askedBy: print.asked_by,
      askedOn: print.asked_on,
      purpose: print.purpose,
    },
    await lastSeal(read),
  );
  return ok(await toFile(document, `${facts.orgName}资料 ${print.year}`, input.format));
}
