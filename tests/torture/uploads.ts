import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { dressedJpeg } from '../../platform/files/test-pictures.ts';
import { setUp, signedIn, start } from './program.ts';

const MEGABYTE = 1_000_000;
const ROW = '<row><c t="inlineStr"><is><t>王建国</t></is></c></row>';

/** An .xlsx that unpacks to so many bytes; its directory states what is true, or a kilobyte. */
function swelling(bytes: number, isHonest: boolean): Buffer {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
  });
  const add = (name: string, pieces: Iterable<string>): void => {
    const entry = new ZipDeflate(name, { level: 1 });
    zip.add(entry);
    for (const piece of pieces) entry.push(strToU8(piece));
    entry.push(new Uint8Array(), true);
  };
  function* rows(): Generator<string> {
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    const many = ROW.repeat(20_000);
    for (let made = 0; made < bytes; made += many.length) yield many;
    yield '</sheetData></worksheet>';
  }
  add('[Content_Types].xml', ['<Types/>']);
  add('xl/workbook.xml', [
    '<workbook xmlns:r="r"><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ]);
  add('xl/_rels/workbook.xml.rels', [
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ]);
  add('xl/worksheets/sheet1.xml', rows());
  zip.end();
  const file = Buffer.concat(parts);
  if (!isHonest) file.writeUInt32LE(1_000, file.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24);
  return file;
}

interface Told {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One upload as a browser sends it, piece by piece. A server that hangs up answers with status 0. */
async function upload(
  address: { readonly url: string; readonly cookie: string },
  kind: string,
  name: string,
  pieces: Iterable<Uint8Array>,
): Promise<Told> {
  const edge = 'zhibu-torture';
  function* form(): Generator<Uint8Array> {
    yield Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    );
    yield* pieces;
    yield Buffer.from(`\r\n--${edge}--\r\n`);
  }
  try {
    const request: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: {
        'content-type': `multipart/form-data; boundary=${edge}`,
        'sec-fetch-site': 'same-origin',
        cookie: address.cookie,
      },
      body: Readable.toWeb(Readable.from(form())) as ReadableStream<Uint8Array>,
      duplex: 'half',
    };
    const response = await fetch(`${address.url}/api/files?kind=${kind}`, request);
    return { status: response.status, body: (await response.json()) as Told['body'] };
  } catch (error) {
    return { status: 0, body: { message: String(error instanceof Error ? error.cause : error) } };
  }
}

export interface UploadReport {
  /** What the server said to each: a sentence, or what it kept. */
  readonly told: Readonly<Record<string, Told>>;
  /** Whether the kept picture still told where it was taken. */
  readonly placeKept: boolean;
  /** What the server answered to somebody else right after each. */
  readonly health: readonly number[];
}

/** What people and attackers send: tables that swell, a program by another name, a picture with a place, 200 MB. */
export async function sendUploads(unpacked: number): Promise<UploadReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-uploads-'));
  const running = await start(dataDir);
  const told: Record<string, Told> = {};
  const health: number[] = [];
  try {
    const orgId = await setUp(running);
    const caller = await signedIn(running.url);
    const address = { url: running.url, cookie: caller.cookie };
    const send = async (what: string, kind: string, name: string, pieces: Iterable<Uint8Array>) => {
      const answer = await upload(address, kind, name, pieces);
      told[what] = answer;
      health.push((await fetch(`${running.url}/api/health`)).status);
      return answer;
    };
    await send('honest', 'table', 'roster.xlsx', [swelling(unpacked, true)]);
    const lying = await send('lying', 'table', 'roster.xlsx', [swelling(unpacked, false)]);
    if (lying.status === 200) {
      // Only who unpacks it finds out.
      const opened = await caller.post('/imports/open', { orgId, fileId: lying.body['fileId'] });
      const look = await fetch(
        `${running.url}/api/imports/columns?importId=${String(opened.body['importId'])}`,
        { headers: { cookie: caller.cookie } },
      );
      told['lying'] = { status: look.status, body: (await look.json()) as Told['body'] };
      health.push((await fetch(`${running.url}/api/health`)).status);
    }
    const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(5_000)]);
    await send('program', 'attachment', 'report.docx', [program]);
    const picture = await send('picture', 'picture', 'group.jpg', [dressedJpeg()]);
    const kept = await fetch(`${running.url}/api/files/${String(picture.body['fileId'])}`, {
      headers: { cookie: caller.cookie },
    });
    const bytes = Buffer.from(await kept.arrayBuffer());
    const megabyte = Buffer.alloc(MEGABYTE, '%PDF-1.7 ');
    const ten = Array.from({ length: 10 }, () => megabyte);
    await send('whole', 'attachment', 'scan.pdf', ten);
    await send(
      'large',
      'attachment',
      'scan.pdf',
      Array.from({ length: 200 }, () => megabyte),
    );
    const placeKept = /GPS|SECRET|30\.123456/.test(bytes.toString('latin1')) || !kept.ok;
    return { told, placeKept, health };
  } finally {
    running.child.process.kill('SIGTERM');
    await running.child.ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}
