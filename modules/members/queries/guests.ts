import type { Inputs, Outputs } from '#contract/lib';
import { ATTACHMENTS, type membersContract } from '#contract/members';
import type { Id, PersonId } from '#kernel/ids';
import type { Read } from '#platform/db';
import { orgNames, placeOf } from '#modules/organisations';
import { guestsOf } from '../store/attached.ts';

type In = Inputs<typeof membersContract>['guests'];
type Out = Outputs<typeof membersContract>['guests'];

/** Who takes part in a branch's life while the formal membership is elsewhere (situation 1). */
export async function guests(read: Read, input: In): Promise<Out | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const rows = await guestsOf(read, input.orgId, read.today);
  const names = await orgNames(
    read,
    rows.map((row) => row.org_id),
  );
  return {
    guests: rows.map((row) => {
      // Somebody from outside stands with the host itself; the name kept is that of the home.
      const own = row.org_id === input.orgId;
      return {
        attachmentId: row.attachment_id as Id<'Attachment'>,
        personId: row.person_id as PersonId,
        name: row.person_name,
        kindName: ATTACHMENTS[row.kind],
        home: own ? row.host_name : (names.get(row.org_id)?.name ?? '本系统内的其他党组织'),
        duty: row.duty,
        from: row.valid_from,
        to: row.valid_to,
        own,
      };
    }),
  };
}
