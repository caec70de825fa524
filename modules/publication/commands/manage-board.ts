import { ok, refuse, type Result } from '#kernel/result';
import type { OrgId } from '#kernel/ids';
import type { Write } from '#platform/db';
import { ownPlace, stateOn } from '#modules/organisations';
import { isVillage } from '../rules/catalogue.ts';
import { shownBoard, type ShownBoard } from '../queries/board.ts';
import { newBoardCode } from '../rules/address.ts';
import { boardOf, closeBoardRow, openBoardRow } from '../store/boards.ts';

/** Opens the public board of an organisation, at its old address where it had one. */
export async function openBoard(
  write: Write,
  input: { readonly orgId: OrgId },
): Promise<Result<ShownBoard>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  const state = await stateOn(write, input.orgId, write.today);
  if (state === null) return refuse('common.not_found');
  const known = await boardOf(write, input.orgId);
  if (known?.open === true) return refuse('publication.board_open');
  const code = known?.code ?? newBoardCode(write.newId<'BoardCode'>());
  await openBoardRow(write, own.value, {
    code,
    name: state.name,
    village: isVillage(state.sector),
  });
  await write.audit({
    action: 'publication.open_board',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { code },
  });
  return ok(shownBoard(await boardOf(write, input.orgId)));
}

/** Closes it: its address shows nothing more; items and questions stay with their officers. */
export async function closeBoard(
  write: Write,
  input: { readonly orgId: OrgId; readonly reason: string },
): Promise<Result<ShownBoard>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  if ((await boardOf(write, input.orgId))?.open !== true) return refuse('publication.board_closed');
  await closeBoardRow(write, input.orgId);
  await write.audit({
    action: 'publication.close_board',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    reason: input.reason,
  });
  return ok(shownBoard(await boardOf(write, input.orgId)));
}
