import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AttachDrawer } from './attach-drawer.tsx';
import { ChangeDrawer } from './change-drawer.tsx';
import { EndDrawer, RegulariseDrawer } from './membership-drawers.tsx';
import { AssignDrawer, MoveDrawer } from './move-drawers.tsx';
import { renewMembers, type MemberFile } from './queries.ts';
import { RevealDrawer, SecretsDrawer } from './secret-drawers.tsx';

export type FileAct =
  | 'change'
  | 'correct'
  | 'regularise'
  | 'end'
  | 'attach'
  | 'move'
  | 'assign'
  | 'secrets'
  | 'reveal';

export interface FileDrawerProps {
  readonly file: MemberFile;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The drawers of one file; at most one is open. */
export function FileActs({
  file,
  act,
  onClose,
}: {
  file: MemberFile;
  act: FileAct | null;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const shared = (name: FileAct): FileDrawerProps => ({
    file,
    open: act === name,
    onClose,
    onSaved: () => renewMembers(queries),
  });
  return (
    <>
      <ChangeDrawer {...shared('change')} kind="change" />
      <ChangeDrawer {...shared('correct')} kind="correct" />
      <RegulariseDrawer {...shared('regularise')} />
      <EndDrawer {...shared('end')} />
      <MoveDrawer {...shared('move')} />
      <AssignDrawer {...shared('assign')} />
      <AttachDrawer {...shared('attach')} />
      <SecretsDrawer {...shared('secrets')} />
      <RevealDrawer {...shared('reveal')} />
    </>
  );
}
