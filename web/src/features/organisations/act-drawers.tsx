import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTellAdvice } from '../../patterns/advice-list.tsx';
import { ChangeDrawer, RenameDrawer } from './change-drawers.tsx';
import { EstablishDrawer } from './establish-drawer.tsx';
import { renewOrganisations, type Advice, type OrgDetail } from './queries.ts';
import { MergeDrawer, MoveDrawer, RevokeDrawer } from './move-drawers.tsx';
import { SplitDrawer } from './split-drawer.tsx';

export type ActKind = 'establish' | 'rename' | 'change' | 'move' | 'merge' | 'split' | 'revoke';

/** What each drawer of an act gets. `org`: the body it concerns. */
export interface ActDrawerProps {
  readonly org: OrgDetail;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (saved: { readonly advice: readonly Advice[] }) => void;
}

/** The drawer of an act; `org` is null only where a body is set up below one yet to be chosen. */
export function ActDrawer({
  act,
  org,
  onClose,
}: {
  act: ActKind | null;
  org: OrgDetail | null;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const tell = useTellAdvice();
  const onSaved: ActDrawerProps['onSaved'] = ({ advice }) => {
    renewOrganisations(queries);
    tell(advice);
  };
  if (act === null) return null;
  if (act === 'establish')
    return <EstablishDrawer parent={org} open onClose={onClose} onSaved={onSaved} />;
  if (org === null) return null;
  const props = { org, open: true, onClose, onSaved };
  if (act === 'rename') return <RenameDrawer {...props} />;
  if (act === 'change') return <ChangeDrawer {...props} />;
  if (act === 'move') return <MoveDrawer {...props} />;
  if (act === 'merge') return <MergeDrawer {...props} />;
  if (act === 'split') return <SplitDrawer {...props} />;
  return <RevokeDrawer {...props} />;
}
