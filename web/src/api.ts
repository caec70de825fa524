import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Id } from '#kernel/ids';
import type { Refusal } from '#kernel/result';
import { accountsContract } from '#contract/accounts';
import { admissionsContract } from '#contract/admissions';
import { ballotsContract } from '#contract/ballots';
import { duesContract } from '#contract/dues';
import { dutiesContract } from '#contract/duties';
import { floatingContract } from '#contract/floating';
import { importsContract } from '#contract/imports';
import { meetingsContract } from '#contract/meetings';
import { statusContract } from '#contract/status';
import { talksContract } from '#contract/talks';
import { transfersContract } from '#contract/transfers';
import { workbookContract } from '#contract/workbook';
import { membersContract } from '#contract/members';
import { organisationsContract } from '#contract/organisations';
import { publicationContract } from '#contract/publication';
import { reportsContract } from '#contract/reports';

/** The only file of the web that names the contract library. */
const contract = {
  accounts: accountsContract,
  organisations: organisationsContract,
  members: membersContract,
  imports: importsContract,
  dues: duesContract,
  meetings: meetingsContract,
  talks: talksContract,
  status: statusContract,
  workbook: workbookContract,
  admissions: admissionsContract,
  ballots: ballotsContract,
  transfers: transfersContract,
  publication: publicationContract,
  floating: floatingContract,
  duties: dutiesContract,
  reports: reportsContract,
};

export type Api = ContractRouterClient<typeof contract>;

/** What a call answers: `Answer<Api['members']['roster']>`. */
export type Answer<Call extends (...args: never[]) => PromiseLike<unknown>> = Awaited<
  ReturnType<Call>
>;

const link = new OpenAPILink(contract, { url: `${window.location.origin}/api` });

/** Typed calls, one per endpoint: `api.members.roster({ q: '王' })`. They throw; `readFailure` says what it was. */
export const api: Api = createORPCClient(link);

/** Puts an upload down on the server; it belongs to nothing until a command takes it by its id. Throws as the calls do. */
export async function uploadFile(
  file: File,
  kind: 'attachment' | 'picture' | 'scan' | 'table',
): Promise<Id<'File'>> {
  const form = new FormData();
  form.set('file', file);
  const answer = await fetch(`/api/files?kind=${kind}`, { method: 'POST', body: form });
  const body: unknown = await answer.json();
  if (answer.ok) return word(own(body)['fileId']) as Id<'File'>;
  throw new ORPCError(word(own(body)['code']), {
    status: answer.status,
    message: word(own(body)['message']),
    data: own(body)['data'],
  });
}

/** Why a call gave no answer that could be used. */
export type Failure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'invalid'; readonly field: string; readonly sentence: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'fault'; readonly error: unknown };

const own = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};

const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const isRefusal = (data: unknown): data is Refusal =>
  typeof own(data)['code'] === 'string' && typeof own(data)['params'] === 'object';

/** Sorts what a call threw into refusals, unacceptable values, an ended session, and surprises. */
export function readFailure(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return { kind: 'fault', error };
  const data: unknown = error.data;
  if (error.code === 'REFUSED' && isRefusal(data)) return { kind: 'refused', refusal: data };
  if (error.code === 'FORBIDDEN')
    return { kind: 'refused', refusal: { code: 'common.not_allowed', params: {} } };
  if (error.code === 'NOT_FOUND')
    return { kind: 'refused', refusal: { code: 'common.not_found', params: {} } };
  if (error.code === 'UNAUTHENTICATED') return { kind: 'signed-out' };
  if (error.code === 'INVALID') {
    const value = word(own(data)['value']);
    return {
      kind: 'invalid',
      field: word(own(data)['field']),
      sentence: /\p{Script=Han}/u.test(error.message)
        ? error.message
        : `“${value}”不能接受，请检查后再保存`,
    };
  }
  return { kind: 'fault', error };
}
