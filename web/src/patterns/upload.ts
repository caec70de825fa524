import type { Id } from '#kernel/ids';
import type { Failure } from '../api.ts';

export type Uploaded =
  | { readonly ok: true; readonly fileId: Id<'File'>; readonly name: string }
  | { readonly ok: false; readonly failure: Failure };

const textOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Sends one file to the server, which checks it by its content; `kind` says what is expected. */
export async function upload(
  file: File,
  kind: 'attachment' | 'picture' | 'scan' | 'table',
): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file);
  const response = await fetch(`/api/files?kind=${kind}`, { method: 'POST', body });
  const answer: unknown = await response.json().catch(() => null);
  const fileId = textOf(answer, 'fileId');
  if (response.ok && typeof fileId === 'string')
    return { ok: true, fileId: fileId as Id<'File'>, name: String(textOf(answer, 'name')) };
  if (response.status === 401) return { ok: false, failure: { kind: 'signed-out' } };
  const code = textOf(textOf(answer, 'data'), 'code');
  if (typeof code !== 'string')
    return { ok: false, failure: { kind: 'fault', error: new Error(`upload ${response.status}`) } };
  const given = textOf(textOf(answer, 'data'), 'params');
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(given ?? {}))
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  return { ok: false, failure: { kind: 'refused', refusal: { code, params } } };
}
