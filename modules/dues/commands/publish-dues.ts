import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { chineseDate, firstDayOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { publishedLines } from '../queries/means.ts';
import { insertPublication, type PublicationId } from '../store/publications.ts';

type Input = Omit<Inputs<typeof duesContract>['publish'], 'commandId'>;

/** 公示: 应交, 实交 and uses as they stand now are kept as published, with place and day. */
export async function publishDues(
  write: Write,
  input: Input,
): Promise<Result<{ publicationId: PublicationId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  if (input.toMonth < input.fromMonth) return refuse('dues.months_out_of_order');
  if (input.publishedOn > write.today)
    return refuse('dues.publication_in_future', { day: chineseDate(input.publishedOn) });
  const lines = await publishedLines(write, input);
  if (lines === null) return refuse('common.not_found');
  const publicationId = await insertPublication(write, place, {
    fromMonth: firstDayOf(input.fromMonth),
    toMonth: firstDayOf(input.toMonth),
    publishedOn: input.publishedOn,
    place: input.place,
    lines,
  });
  await write.audit({
    action: 'dues.publish',
    objectKind: 'dues_publication',
    objectId: publicationId,
    place,
    fields: { from: input.fromMonth, to: input.toMonth, place: input.place },
  });
  return ok({ publicationId });
}
