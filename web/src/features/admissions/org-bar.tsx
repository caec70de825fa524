import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { useMe } from '../../app/session.ts';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';

interface OrgBarProps {
  /** As the address has it; nothing: one's own. */
  readonly orgId: string | undefined;
  readonly onChange: (orgId: OrgId | undefined) => void;
  readonly children?: ReactNode;
}

/** Which organisation a page shows, for those who have some below them; further choices beside it. */
export function OrgBar({ orgId, onChange, children }: OrgBarProps): ReactNode {
  const me = useMe();
  const [picked, setPicked] = useState<OrgChoice | null>(null);
  const above = me.acting.standing === 'above';
  if (!above && children === undefined) return null;
  return (
    <div className="filters">
      {above ? (
        <div className="filter">
          <label htmlFor="shown-org">党组织</label>
          <OrgPicker
            id="shown-org"
            value={
              orgId === undefined
                ? null
                : picked?.id === orgId
                  ? picked
                  : { id: orgId as OrgId, label: '所选党组织' }
            }
            onChange={(choice) => {
              setPicked(choice);
              onChange(choice?.id);
            }}
            placeholder={me.acting.organisation}
          />
        </div>
      ) : null}
      {children}
    </div>
  );
}

/** The organisation of the address, else one's own. */
export function useOrgShown(asked: string | undefined): OrgId {
  const me = useMe();
  return (asked as OrgId | undefined) ?? me.acting.orgId;
}
