import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import type { Read, Write } from '#platform/db';
import type { PublicContent } from './content.ts';

/** A record that can be made public as it stands, so that nothing is typed a second time. */
export interface Offer {
  /** Entry of the catalogue of publication it belongs to: `party.dues`. */
  readonly kind: string;
  /** Of the record in its module; with the module it is published once. */
  readonly sourceId: string;
  readonly title: string;
  /** The day of the record. */
  readonly on: PlainDate;
  /** The span of days it tells of; null for a single event. */
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null;
  /** Last day of a notice whose end the record itself fixes; null elsewhere. */
  readonly until: PlainDate | null;
  /** Where its paper hangs, as the record tells; empty elsewhere. */
  readonly places: readonly string[];
}

/** What a module hands over that owns records to be made public. */
export interface PublicationSource {
  readonly module: string;
  /** Its records of one organisation since a day, the newest first. */
  offers(read: Read, orgId: OrgId, since: PlainDate): Promise<readonly Offer[]>;
  /** One record with the text that goes out; null where there is none in sight. */
  content(
    read: Read,
    orgId: OrgId,
    sourceId: string,
  ): Promise<{ readonly offer: Offer; readonly content: PublicContent } | null>;
  /** Takes an objection back into the record's own procedure; absent where it has none. */
  readonly object?: (
    write: Write,
    sourceId: string,
    objection: { readonly receivedOn: PlainDate; readonly matter: string },
  ) => Promise<Result<unknown>>;
}
