import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/clock';
import type { OrgId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { ok, unwrap, type Result } from '#kernel/result';
import { masterKeyOf, secrets } from '#platform/crypto';
import { registerFile, type Actor, type Database, type FileId } from '#platform/db';
import { fileStore, type FileStore } from '#platform/files';
import type { RequestContext } from '#platform/request';
import {
  confirmImport,
  look,
  openImport,
  prepareImport,
  preview,
  undoImport,
  type ImportId,
} from '#modules/imports';

type Write = RequestContext['write'];
type Counts = Readonly<Record<string, number>>;

/** What one import came to before it was confirmed. */
export interface Previewed {
  readonly importId: ImportId;
  readonly version: number;
  readonly counts: Counts;
  readonly cells: number;
  readonly problems: number;
}

/** Takes tables through the whole import as one person, without HTTP. */
export interface ImportDesk {
  readonly files: FileStore;
  readonly write: Write;
  upload(bytes: Uint8Array, name?: string): Promise<FileId>;
  open(orgId: OrgId, bytes: Uint8Array, kind?: 'roster' | 'compare'): Promise<ImportId>;
  prepare(
    importId: ImportId,
    more?: { asOf?: string; rosterFrom?: string; branches?: Record<string, OrgId | null> },
  ): Promise<Result<{ rows: number }>>;
  preview(importId: ImportId): Promise<Previewed>;
  bring(orgId: OrgId, bytes: Uint8Array, kind?: 'roster' | 'compare'): Promise<Previewed>;
  confirm(
    one: Previewed,
  ): Promise<Result<{ entered: number; changed: number; cells: number; there: number }>>;
  undo(importId: ImportId): Promise<Result<{ removed: number; restored: number }>>;
}

/** A folder for uploads, removed by `close`. */
export async function uploadFolder(): Promise<{ files: FileStore; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibu-imports-'));
  const vault = secrets(masterKeyOf(Buffer.alloc(32, 7)));
  const files = fileStore(folder, {
    seal: vault.encryptBytes,
    unseal: vault.decryptBytes,
    nameOf: (tenantId, digest) => vault.keyedHash(tenantId, 'file', digest),
  });
  return { files, close: () => rm(folder, { recursive: true, force: true }) };
}

export function importDesk(
  db: Database,
  files: FileStore,
  actor: Actor,
  pass: () => void = () => undefined,
): ImportDesk {
  const desk = { db, files, actor };
  const commandId = () => newId<'Command'>(db.clock);
  const write: Write = (input, action, work) => {
    pass();
    return db.write(actor, { commandId: input.commandId, action }, work);
  };
  const self: ImportDesk = {
    files,
    write,
    async upload(bytes, name = '花名册.xlsx') {
      const stored = unwrap(
        await files.put(bytes, { tenantId: actor.tenantId, kind: 'table', originalName: name }),
      );
      const { hash, mime, size } = stored;
      return unwrap(
        await write({ commandId: commandId() }, 'files.upload', async (tx) =>
          ok(await registerFile(tx, { hash, name: stored.name, mime, size })),
        ),
      );
    },
    async open(orgId, bytes, kind = 'roster') {
      const fileId = await self.upload(bytes);
      const opened = await write({ commandId: commandId() }, 'imports.open', (tx) =>
        openImport(tx, { orgId, fileId, kind }),
      );
      return unwrap(opened).importId;
    },
    async prepare(importId, more = {}) {
      const seen = unwrap(await look(desk, { importId }));
      return prepareImport(
        desk,
        {
          commandId: commandId(),
          importId,
          sheet: seen.sheet,
          headerRow: seen.headerRow,
          headerRows: seen.headerRows,
          columns: seen.columns.map(({ index, field }) => ({ index, field })),
          asOf: plainDate(more.asOf ?? '2026-03-01'),
          rosterFrom: plainDate(more.rosterFrom ?? more.asOf ?? '2026-03-01'),
          branches: more.branches ?? {},
          keepBad: false,
        },
        write,
      );
    },
    async preview(importId) {
      const seen = await db.read(actor, (read) => preview(read, { importId }));
      if (seen === null) throw new Error('no preview');
      const { counts, cells, problems } = seen;
      return { importId, version: seen.case.version, counts, cells, problems };
    },
    async bring(orgId, bytes, kind) {
      const importId = await self.open(orgId, bytes, kind);
      unwrap(await self.prepare(importId));
      return self.preview(importId);
    },
    confirm: ({ importId, version }) =>
      write({ commandId: commandId() }, 'imports.confirm', (tx) =>
        confirmImport(tx, { importId, basedOn: version }),
      ),
    undo: (importId) =>
      write({ commandId: commandId() }, 'imports.undo', (tx) => undoImport(tx, { importId })),
  };
  return self;
}
