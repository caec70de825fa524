import type { Inputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import { takeFile, type Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { proofForUpdate, saveProof, type ProofId } from '../store/posts.ts';
import { ownItem } from './own-item.ts';

type In = Inputs<typeof publicationContract>;

/** 张贴证明: where the paper hung, from when, seen by two; a picture is never asked for. */
export async function recordProof(
  write: Write,
  input: Omit<In['recordProof'], 'commandId'>,
): Promise<Result<{ proofId: ProofId }>> {
  const held = await ownItem(write, input.itemId, null);
  if (!held.ok) return held;
  const { item } = held.value;
  if (item.shownVersion === 0) return refuse('publication.not_published');
  const [first, second] = [tidyName(input.firstName), tidyName(input.secondName)];
  if (first === second) return refuse('publication.two_names');
  const last = input.until ?? input.from;
  if (last < input.from) return refuse('publication.days_out_of_order');
  if (last > write.today) return refuse('publication.in_future', { day: chineseDate(last) });
  const proofId = write.newId<'PublicationProof'>();
  if (input.fileId !== undefined) {
    const taken = await takeFile(write, input.fileId, `publication.proof:${proofId}`, item.place);
    if (!taken.ok) return taken;
  }
  await saveProof(write, item.place, {
    proofId,
    itemId: item.itemId,
    version: item.shownVersion,
    place: input.place,
    from: input.from,
    until: input.until ?? null,
    firstName: first,
    secondName: second,
    fileId: input.fileId ?? null,
  });
  await write.audit({
    action: 'publication.prove',
    objectKind: 'publication_item',
    objectId: item.itemId,
    place: item.place,
    fields: { from: input.from, where: input.place },
  });
  return ok({ proofId });
}

/** The paper came off the wall. */
export async function endProof(
  write: Write,
  input: Omit<In['endProof'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const proof = await proofForUpdate(write, input.proofId);
  if (proof === null) return refuse('common.not_found');
  const own = await ownPlace(write, proof.orgId);
  if (!own.ok) return own;
  await write.tick(proof.orgId);
  if (proof.until !== null) return refuse('publication.proof_ended');
  if (input.until < proof.from) return refuse('publication.days_out_of_order');
  if (input.until > write.today)
    return refuse('publication.in_future', { day: chineseDate(input.until) });
  await saveProof(write, own.value, { ...proof, until: input.until });
  await write.audit({
    action: 'publication.end_proof',
    objectKind: 'publication_item',
    objectId: proof.itemId,
    place: own.value,
    fields: { until: input.until },
  });
  return ok({});
}
