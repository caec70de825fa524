import { Refused } from './refusals.ts';
import { dateKindOf, type DateKind } from './numbers.ts';
import { readDirectory, unpack, type ZipEntry } from './zip.ts';
import { readXml, type XmlHandlers } from './xml.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ZipEntry;
}

export interface Workbook {
  readonly file: Buffer;
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** By style index of a cell. */
  readonly dateKinds: readonly DateKind[];
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

type Parts = ReadonlyMap<string, ZipEntry>;

function resolveTarget(folder: string, target: string): string {
  const out = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/').filter(Boolean)) {
    if (step === '..') out.pop();
    else if (step !== '.') out.push(step);
  }
  return out.join('/');
}

async function readPart(file: Buffer, part: ZipEntry | undefined, handlers: XmlHandlers) {
  if (part !== undefined) await readXml(unpack(file, part), handlers);
}

async function relationsOf(
  file: Buffer,
  parts: Parts,
  part: string,
): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, Math.max(0, slash));
  const relations = new Map<string, Relation>();
  const path = `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`;
  await readPart(file, parts.get(path), {
    open(name, a) {
      if (name !== 'Relationship' || a['TargetMode'] === 'External') return;
      const kind = (a['Type'] ?? '').split('/').at(-1) ?? '';
      relations.set(a['Id'] ?? '', { kind, target: resolveTarget(folder, a['Target'] ?? '') });
    },
  });
  return relations;
}

async function contentTypeOf(file: Buffer, parts: Parts, part: string): Promise<string> {
  let type = '';
  await readPart(file, parts.get('[Content_Types].xml'), {
    open(name, a) {
      if (name === 'Override' && a['PartName'] === `/${part}`) type = a['ContentType'] ?? '';
      else if (name === 'Default' && type === '' && part.endsWith(`.${a['Extension']}`)) {
        type = a['ContentType'] ?? '';
      }
    },
  });
  return type;
}

/** Where the workbook lies. What is a zip file but holds none is told by what it holds. */
async function findWorkbook(file: Buffer, parts: Parts): Promise<string> {
  if (!parts.has('[Content_Types].xml')) {
    const openDocument = parts.has('mimetype') && parts.has('content.xml');
    throw openDocument
      ? new Refused('sheet.save_as_xlsx', { format: '.ods' })
      : new Refused('sheet.not_a_table');
  }
  const relations = await relationsOf(file, parts, '');
  const main = [...relations.values()].find((r) => r.kind === 'officeDocument')?.target ?? '';
  const type = await contentTypeOf(file, parts, main);
  if (/sheet\.binary/.test(type)) throw new Refused('sheet.save_as_xlsx', { format: '.xlsb' });
  if (!parts.has(main) || !/spreadsheetml|ms-excel/.test(type)) {
    throw new Refused('sheet.not_a_table');
  }
  return main;
}

async function readStrings(file: Buffer, part: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let taking = false;
  let phonetic = false;
  await readPart(file, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') taking = !phonetic;
    },
    text(text) {
      if (taking) current += text;
    },
    close(name) {
      if (name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

async function readDateKinds(file: Buffer, part: ZipEntry | undefined): Promise<DateKind[]> {
  const codes = new Map<number, string>();
  const kinds: DateKind[] = [];
  let inCells = false;
  await readPart(file, part, {
    open(name, a) {
      if (name === 'numFmt') codes.set(Number(a['numFmtId']), a['formatCode'] ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(a['numFmtId'] ?? 0);
        kinds.push(dateKindOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

/** Everything but the rows. Throws `Refused`. */
export async function readWorkbook(file: Buffer, unpackedLimit: number): Promise<Workbook> {
  const parts = readDirectory(file, unpackedLimit);
  const main = await findWorkbook(file, parts);
  const relations = await relationsOf(file, parts, main);
  const partOf = (kind: string): ZipEntry | undefined =>
    parts.get([...relations.values()].find((r) => r.kind === kind)?.target ?? '');
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  await readPart(file, parts.get(main), {
    open(name, a) {
      if (name === 'workbookPr') is1904 = a['date1904'] === '1' || a['date1904'] === 'true';
      if (name !== 'sheet') return;
      const id = Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      const part = relation?.kind === 'worksheet' ? parts.get(relation.target) : undefined;
      const hidden = a['state'] === 'hidden' || a['state'] === 'veryHidden';
      if (part !== undefined) sheets.push({ name: a['name'] ?? '', hidden, part });
    },
  });
  return {
    file,
    sheets,
    is1904,
    strings: await readStrings(file, partOf('sharedStrings')),
    dateKinds: await readDateKinds(file, partOf('styles')),
  };
}
