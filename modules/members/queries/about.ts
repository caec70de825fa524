import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { fieldsOf, showField } from '../rules/fields.ts';
import { stayOn } from '../store/membership.ts';
import { anchorOf, statesOf } from '../store/person.ts';

/** What a letter says of somebody: no identity number, no phone. Days as they are, words as shown. */
export interface About {
  readonly name: string;
  readonly sex: string;
  readonly ethnic: string;
  readonly bornOn: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  readonly regularisedOn: PlainDate | null;
  /** Null where the person is in no roster that day. */
  readonly category: 'full' | 'probationary' | null;
  readonly suspended: boolean;
  /** The organisation of the roster, or where the file stands. */
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
}

/** Somebody within sight on a day, or null. */
export async function aboutOf(
  read: Read,
  personId: PersonId,
  day: PlainDate,
): Promise<About | null> {
  const standing = (await statesOf(read, personId)).filter((row) => row.superseded_at === null);
  const row = standing.findLast((one) => one.valid_from <= day) ?? standing[0];
  const anchor = await anchorOf(read, personId);
  if (row === undefined || anchor === null) return null;
  const stay = await stayOn(read, personId, day);
  const fields = fieldsOf(row);
  return {
    name: row.name,
    sex: fields.sex === null ? '' : showField('sex', fields.sex),
    ethnic: fields.ethnic === null ? '' : showField('ethnic', fields.ethnic),
    bornOn: row.born_on,
    joinedOn: row.joined_on,
    regularisedOn: row.regularised_on,
    category: stay?.category ?? null,
    suspended: stay?.standing === 'suspended',
    orgId: (stay?.org_id ?? anchor.orgId) as OrgId,
    orgPath: (stay?.org_path ?? anchor.orgPath) as OrgPath,
  };
}
