import { boardPath } from '../rules/address.ts';
import type { Board } from '../store/boards.ts';

export interface ShownBoard {
  readonly open: boolean;
  readonly path: string;
  readonly openedOn: Board['openedOn'] | null;
}

/** How a board is told to an officer. */
export const shownBoard = (board: Board | null): ShownBoard => ({
  open: board?.open === true,
  path: board === null ? '' : boardPath(board.code),
  openedOn: board?.openedOn ?? null,
});
