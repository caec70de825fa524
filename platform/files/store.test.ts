import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { fileStore, type FileKind, type FileSource, type FileStore, type Vault } from './index.ts';
import { dressedJpeg, dressedPng, plainJpeg } from './test-pictures.ts';

const A: string = randomUUID();
const B: string = randomUUID();

/** Not a cipher: enough to see that what is stored went through it, and whose it is. */
const vault: Vault = {
  seal: (tenant, plain) => Buffer.concat([Buffer.from(tenant), plain.map((byte) => byte ^ 0x5a)]),
  unseal(tenant, sealed) {
    const bytes = Buffer.from(sealed);
    if (!bytes.subarray(0, 36).equals(Buffer.from(tenant))) throw new Error('of another tenant');
    return bytes.subarray(36).map((byte) => byte ^ 0x5a);
  },
  nameOf: (tenant, digest) => `${tenant}/${digest}`,
};

let root = '';
let store: FileStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'zhibu-files-'));
  store = fileStore(root, vault);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = (source: FileSource, originalName = 'a', kind: FileKind = 'attachment', tenantId = A) =>
  store.put(source, { tenantId, kind, originalName });
const codeOf = async (source: FileSource, name = 'a', kind: FileKind = 'attachment') => {
  const result = await put(source, name, kind);
  return result.ok
    ? result.value.type
    : `${result.refusal.code} ${JSON.stringify(result.refusal.params)}`;
};
const filesBelow = async () =>
  (await readdir(root, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());
const office = (...names: string[]) =>
  zipSync(
    Object.fromEntries(['[Content_Types].xml', ...names].map((name) => [name, strToU8('<a/>')])),
  );

describe('what is taken', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['a JPEG', dressedJpeg(), '合影.JPG', 'jpg'],
    ['a PNG', dressedPng(), 'a.png', 'png'],
    ['a PDF', Buffer.from('%PDF-1.7\n…'), 'a.pdf', 'pdf'],
    ['a .docx', office('word/document.xml'), 'a.docx', 'docx'],
    ['an .xlsx', office('xl/workbook.xml'), 'a.xlsx', 'xlsx'],
    ['a .csv', Buffer.from('姓名,性别\n'), 'a.csv', 'csv'],
    ['text', Buffer.from('第一行\r\n'), 'a.txt', 'txt'],
    ['text in GB18030', Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), 'a.txt', 'txt'],
    [
      'a program named .docx',
      Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      'a.docx',
      'file.not_allowed {"accept":"jpg、png、pdf、docx、xlsx、csv、txt"}',
    ],
    [
      'any zip file named .docx',
      zipSync({ 'a.exe': strToU8('MZ') }),
      'a.docx',
      'file.not_allowed {"accept":"jpg、png、pdf、docx、xlsx、csv、txt"}',
    ],
    ['macros', office('word/document.xml', 'word/vbaProject.bin'), 'a.docx', 'file.macros {}'],
    ['a .doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'a.docx', 'file.old_office {}'],
    [
      'a telephone picture',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
      'a.jpg',
      'file.heic {}',
    ],
    ['half a JPEG', plainJpeg().subarray(0, 200), 'a.jpg', 'file.damaged {}'],
    ['half a .docx', office('word/document.xml').subarray(0, 60), 'a.docx', 'file.damaged {}'],
    ['nothing', Buffer.alloc(0), 'a.txt', 'file.empty {}'],
  ])('%s', async (_, bytes, name, expected) => {
    expect(await codeOf(bytes, name)).toBe(expected);
    if (expected.startsWith('file.')) expect(await filesBelow()).toEqual([]);
  });

  test('a kind takes its types only', async () => {
    expect(await codeOf(dressedPng(), 'a.png', 'picture')).toBe('png');
    expect(await codeOf(Buffer.from('%PDF-1.7'), 'a.pdf', 'picture')).toBe(
      'file.not_allowed {"accept":"jpg、png"}',
    );
    expect(await codeOf(Buffer.from('%PDF-1.7'), 'a.pdf', 'scan')).toBe('pdf');
  });

  test('a document that states to unpack to gigabytes is refused', async () => {
    const bomb = Buffer.from(office('word/document.xml'));
    bomb.writeUInt32LE(2 ** 31, bomb.lastIndexOf('word/document.xml') - 46 + 24);
    expect(await codeOf(bomb, 'a.docx')).toBe('file.unpacked_too_large {"limit":300}');
  });

  test('of 200 MB hardly more than the limit is read', async () => {
    let given = 0;
    let closed = false;
    async function* endless() {
      try {
        for (; given < 200; given += 1) yield new Uint8Array(1024 * 1024);
      } finally {
        closed = true;
      }
    }
    expect(await codeOf(endless(), 'a.pdf')).toBe('file.too_large {"limit":20}');
    expect(given).toBe(20);
    expect(closed).toBe(true);
    expect(await filesBelow()).toEqual([]);
  });

  test.each([
    ['../../etc/密码.jpg', '密码.jpg'],
    ['C:\\合影\\a.JPEG', 'a.JPEG'],
    ['gpj.\u202eexe', 'gpj.exe.jpg'],
    ['a.exe', 'a.exe.jpg'],
    ['  .\u0000', '文件.jpg'],
    ['', '文件.jpg'],
    [`${'长'.repeat(300)}.jpg`, `${'长'.repeat(120)}.jpg`],
    ['a<b>"c".jpg', 'a_b__c_.jpg'],
  ])('%j is offered as %j', async (given, offered) => {
    expect(unwrap(await put(dressedJpeg(), given)).name).toBe(offered);
  });
});

describe('what is stored', () => {
  test('comes back cleaned, sealed on disk, with size and mime', async () => {
    const file = unwrap(await put(dressedJpeg(1), '合影.jpg'));
    const back = await store.read(A, file.hash);
    expect(back?.length).toBe(file.size);
    expect(file).toMatchObject({ type: 'jpg', mime: 'image/jpeg', known: false });
    expect(back?.includes('SECRET')).toBe(false);
    const [stored] = await filesBelow();
    if (stored === undefined) throw new Error('nothing stored');
    const raw = await readFile(join(stored.parentPath, stored.name));
    expect(raw.includes(back ?? '')).toBe(false);
    expect(stored.name).not.toBe(
      createHash('sha256')
        .update(back ?? '')
        .digest('hex'),
    );
  });

  test('the same picture from two telephones is noticed, in one tenant only', async () => {
    const first = unwrap(await put(dressedJpeg(1), 'a.jpg'));
    const second = unwrap(await put(plainJpeg(), 'b.jpg'));
    expect(second).toMatchObject({ hash: first.hash, known: true });
    const other = unwrap(await put(plainJpeg(), 'b.jpg', 'picture', B));
    expect(other.known).toBe(false);
    expect(other.hash).not.toBe(first.hash);
    expect(await store.read(B, first.hash)).toBeNull();
  });

  test('twenty uploads of one content at once leave one file', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => put(dressedPng(), 'a.png')));
    expect(new Set(all.map((result) => unwrap(result).hash)).size).toBe(1);
    expect(await filesBelow()).toHaveLength(1);
  });

  test('paths cannot be smuggled in', async () => {
    await expect(put(plainJpeg(), 'a', 'picture', '../x')).rejects.toThrow(RangeError);
    await expect(store.read(A, '../../key')).rejects.toThrow(RangeError);
    await expect(store.read(A, 'f'.repeat(64))).resolves.toBeNull();
  });
});

describe('sweeping', () => {
  test('removes what no row names and left-overs, never what is young or kept or of others', async () => {
    const kept = unwrap(await put(dressedPng(), 'a.png'));
    const loose = unwrap(await put(plainJpeg(), 'a.jpg'));
    const others = unwrap(await put(plainJpeg(), 'a.jpg', 'picture', B));
    const partial = join(root, A, `${'0'.repeat(64)}.abc.partial`);
    await writeFile(partial, 'x');
    expect(await store.sweep(A, new Set([kept.hash]), Date.now() - 3_600_000)).toBe(0);
    const later = Date.now() + 1000;
    expect(await store.sweep(A, new Set([kept.hash]), later)).toBe(2);
    expect(await store.read(A, loose.hash)).toBeNull();
    expect(await store.read(A, kept.hash)).not.toBeNull();
    expect(await store.read(B, others.hash)).not.toBeNull();
    expect(await store.sweep(randomUUID(), new Set(), later)).toBe(0);
  });

  test('a file sent again counts as young', async () => {
    const file = unwrap(await put(plainJpeg(), 'a.jpg'));
    const path = join(root, A, file.hash.slice(0, 2), file.hash);
    await utimes(path, new Date(0), new Date(0));
    await put(plainJpeg(), 'a.jpg');
    expect(await store.sweep(A, new Set(), Date.now() - 3_600_000)).toBe(0);
    await utimes(path, new Date(0), new Date(0));
    expect(await store.sweep(A, new Set(), Date.now() - 3_600_000)).toBe(1);
  });

  test('removing is final and may be repeated', async () => {
    const file = unwrap(await put(plainJpeg(), 'a.jpg'));
    await store.remove(A, file.hash);
    await store.remove(A, file.hash);
    expect(await store.read(A, file.hash)).toBeNull();
  });
});
