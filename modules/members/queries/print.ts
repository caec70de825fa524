import type { Inputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import { CATEGORIES } from '#contract/members';
import { toDocx, toPrintHtml, toXlsx, type Document } from '#engines/document';
import type { PersonId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { writeBook } from '#platform/sheets';
import { orgNames } from '#modules/organisations';
import { movementDocument, rosterDocument } from '../documents.ts';
import { fieldsOf } from '../rules/fields.ts';
import { maskIdentity } from '../rules/identity.ts';
import { ageOn, standingOn } from '../rules/standing.ts';
import { rosterRows, type RosterRow } from '../store/roster.ts';
import { secretsOf } from '../store/secret.ts';
import { chosenColumns, USUAL, type ExportFacts } from './export-columns.ts';
import { maskPhone } from './file.ts';
import { movement } from './movement.ts';
import { filterOf, type Filters } from './roster.ts';

type In = Inputs<typeof membersContract>;
type Format = 'html' | 'docx' | 'xlsx';

/** What one workbook holds; more go out organisation by organisation. */
const MOST = 20_000;
const TYPES: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const linkForSource = (id: string): string => id;

/** A paper in the format asked for, named in Chinese. */
async function fileOfDocument(document: Document, name: string, format: Format): Promise<File> {
  const body =
    format === 'html'
      ? toPrintHtml(document, { linkForSource })
      : new Uint8Array(
          format === 'docx' ? await toDocx(document, { linkForSource }) : await toXlsx(document),
        );
  return new File([body], `${name}.${format}`, { type: TYPES[format] });
}

interface Listed {
  readonly facts: readonly ExportFacts[];
  readonly orgName: string;
}

function factsOf(
  row: RosterRow,
  number: number,
  orgName: string,
  secret: { readonly idNumber: string | null; readonly phone: string | null } | undefined,
  open: boolean,
  day: Filters['asOf'] & string,
): ExportFacts {
  const idNumber = secret?.idNumber ?? '';
  const phone = secret?.phone ?? '';
  return {
    number,
    orgName,
    category: CATEGORIES[row.category],
    fields: fieldsOf(row),
    age: row.born_on === null ? null : ageOn(row.born_on, day),
    standing:
      row.regularised_on === null ? null : standingOn(row.regularised_on, row.correction, day),
    idNumber: open || idNumber === '' ? idNumber : maskIdentity(idNumber),
    phone: open || phone === '' ? phone : maskPhone(phone),
    unit: row.unit,
  };
}

async function listed(
  read: Read,
  input: Filters,
  secrets: 'none' | 'masked' | 'full',
): Promise<Result<Listed>> {
  const filter = await filterOf(read, input);
  if (filter === null) return refuse('common.not_found');
  const rows = await rosterRows(read, filter, { limit: MOST + 1, offset: 0 });
  if (rows.length > MOST) return refuse('members.too_many_to_export', { limit: MOST });
  const ids = rows.map((row) => row.person_id as PersonId);
  const known = secrets === 'none' ? new Map() : await secretsOf(read, ids);
  const orgs = await orgNames(read, [
    ...rows.map((row) => row.org_id),
    input.orgId ?? read.actor.orgId,
  ]);
  return ok({
    orgName: orgs.get(input.orgId ?? read.actor.orgId)?.name ?? '',
    facts: rows.map((row, i) =>
      factsOf(
        row,
        i + 1,
        orgs.get(row.org_id)?.shortName ?? '',
        known.get(row.person_id),
        secrets === 'full',
        filter.day,
      ),
    ),
  });
}

/** The roster as a workbook with the columns chosen. Cells that begin like a formula are neutralised by the port. */
export async function rosterBook(
  read: Read,
  input: In['exportRoster'],
): Promise<Result<{ file: File; people: number; columns: readonly string[] }>> {
  const columns = chosenColumns(input.columns.split(',').map((key) => key.trim()));
  const wanted = columns.some((column) => column.key === 'idNumber' || column.key === 'phone');
  const found = await listed(read, input, wanted ? input.secrets : 'none');
  if (!found.ok) return found;
  const { facts, orgName } = found.value;
  const day = input.asOf ?? read.today;
  const book = await writeBook([
    {
      name: '党员花名册',
      title: `${orgName}党员花名册`,
      note: `截至${chineseDate(day)}，共${facts.length}人`,
      columns,
      rows: facts.map((one) => columns.map((column) => column.cell(one))),
    },
  ]);
  return ok({
    file: new File([new Uint8Array(book)], `党员花名册 ${day}.xlsx`, { type: TYPES.xlsx }),
    people: facts.length,
    columns: columns.map((column) => column.key),
  });
}

/** The roster as a paper: the usual columns, no numbers that are secrets. */
export async function rosterPaper(read: Read, input: In['printRoster']): Promise<Result<File>> {
  const found = await listed(read, input, 'none');
  if (!found.ok) return found;
  // One branch is named above the table; its name in every line would only take room.
  const several = new Set(found.value.facts.map((one) => one.orgName)).size > 1;
  const columns = chosenColumns(USUAL.filter((key) => several || key !== 'branch'));
  const day = input.asOf ?? read.today;
  const document = rosterDocument({
    orgName: found.value.orgName,
    on: day,
    headers: columns.map((column) => column.header),
    rows: found.value.facts.map((one) => columns.map((column) => String(column.cell(one) ?? ''))),
  });
  return ok(await fileOfDocument(document, `党员花名册 ${day}`, input.format));
}

/** 党员增减变动表 as a paper whose numbers open their names. */
export async function movementPaper(read: Read, input: In['printMovement']): Promise<Result<File>> {
  const found = await movement(read, input);
  if (found === null) return refuse('common.not_found');
  const orgs = await orgNames(read, [input.orgId]);
  const span = `orgId=${input.orgId}&from=${input.from}&to=${input.to}`;
  const document = movementDocument({
    ...found,
    orgName: orgs.get(input.orgId)?.name ?? '',
    from: input.from,
    to: input.to,
    sourceOf: (line) => `/members/movement?${span}&line=${line}`,
  });
  return ok(
    await fileOfDocument(document, `党员增减变动表 ${input.from} ${input.to}`, input.format),
  );
}
