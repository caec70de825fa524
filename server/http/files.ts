import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeRefusal } from '#contract/refusals';
import { isUuid } from '#kernel/ids';
import { ok, type Refusal } from '#kernel/result';
import { fileOf, registerFile, type FileId } from '#platform/db';
import type { FileKind, FileStore } from '#platform/files';
import type { RequestContext } from '#platform/request';

const KINDS: readonly FileKind[] = ['attachment', 'picture', 'scan', 'table'];

/**
 * Parts besides the file: none is read, and a form cannot be long. How long the file may be is for the
 * store to say: a limit here would cut it without a word.
 */
const LIMITS = { files: 1, fields: 4, fieldSize: 200, headerPairs: 40, fileSize: Infinity };

const refusedWith = (reply: FastifyReply, status: number, refusal: Refusal) =>
  reply.status(status).send({
    defined: true,
    code: status === 404 ? 'NOT_FOUND' : 'REFUSED',
    status,
    message: describeRefusal(refusal),
    data: { code: refusal.code, params: refusal.params },
  });

const NOT_FOUND: Refusal = { code: 'common.not_found', params: {} };
const asDownload = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

/** Bytes of a refused upload that are still taken; who sends more is cut off. */
const HEARD_OUT = 1024 * 1024 * 1024;

/** Drops the rest of a refused upload: a connection closed while it is sent would lose the sentence. */
const hearOut = (file: Readable): Promise<void> =>
  new Promise((resolve) => {
    let size = 0;
    const drop = (piece: Buffer): void => {
      size += piece.byteLength;
      if (size > HEARD_OUT) file.destroy();
    };
    if (file.readableEnded || file.destroyed) resolve();
    file.once('end', resolve).once('close', resolve).once('error', resolve);
    file.on('data', drop).resume();
  });

/**
 * Uploads and downloads. An upload is checked, cleaned and stored before its row is written, and
 * belongs to nothing until a command takes it; a download goes through the row's policy.
 */
export async function fileRoutes(
  app: FastifyInstance,
  files: FileStore,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>,
): Promise<void> {
  await app.register(multipart, { limits: LIMITS, throwFileSizeLimit: false });

  app.post<{ Querystring: { kind?: string } }>('/api/files', async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = context.acting;
    if (actor === null) {
      return reply.status(401).send({ code: 'UNAUTHENTICATED', message: '请先登录' });
    }
    const kind = KINDS.find((known) => known === (request.query.kind ?? 'attachment'));
    const part = request.isMultipart() ? await request.file() : undefined;
    if (kind === undefined || part === undefined) {
      return reply.status(400).send({ code: 'INVALID', message: '没有收到文件，请重新选择' });
    }
    const stored = await files.put(part.file.iterator({ destroyOnReturn: false }), {
      tenantId: actor.tenantId,
      kind,
      originalName: part.filename,
    });
    if (!stored.ok) {
      await hearOut(part.file);
      return refusedWith(reply.header('connection', 'close'), 409, stored.refusal);
    }
    const { hash, name, mime, size, known } = stored.value;
    const registered = await context.db.write(
      actor,
      { commandId: null, action: 'files.upload' },
      async (write) => ok(await registerFile(write, { hash, name, mime, size })),
    );
    if (!registered.ok) return refusedWith(reply, 409, registered.refusal);
    return { fileId: registered.value, name, mime, size, known };
  });

  app.get<{ Params: { fileId: string } }>('/api/files/:fileId', async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = context.acting;
    if (actor === null) {
      return reply.status(401).send({ code: 'UNAUTHENTICATED', message: '请先登录' });
    }
    const { fileId } = request.params;
    if (!isUuid(fileId)) return refusedWith(reply, 404, NOT_FOUND);
    const row = await context.db.read(actor, (read) => fileOf(read, fileId as FileId));
    const bytes = row === null ? null : await files.read(actor.tenantId, row.hash);
    if (row === null || bytes === null) return refusedWith(reply, 404, NOT_FOUND);
    return reply
      .type(row.mime)
      .header('content-disposition', asDownload(row.name))
      .header('cache-control', 'private, no-store')
      .send(bytes);
  });
}
