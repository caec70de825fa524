import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { endMembership, takeBackEnding } from '#modules/members';

/**
 * 去世: from that day on nothing is due of the person, and nothing reminds of them; the records stay. Cases of the
 * person rest: what they show and remind of follows the roster.
 */
export const recordDeath = (
  write: Write,
  input: { readonly personId: PersonId; readonly on: PlainDate; readonly paper: string },
): Promise<Result<Record<string, never>>> =>
  endMembership(write, { ...input, way: 'died', to: '' });

/** A death entered by mistake: membership, posts and attachments hold on as if it had not been. */
export const takeBackDeath = (
  write: Write,
  input: { readonly personId: PersonId; readonly on: PlainDate },
): Promise<Result<Record<string, never>>> => takeBackEnding(write, { ...input, way: 'died' });
