import { Form } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { api, readFailure, uploadFile, type Failure } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FileDrop } from '../../patterns/file-drop.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { caseRoute } from './routes.ts';

/** Choose for which organisation, then a file; goes on to the columns of the new case. */
export function Start({ kind, hint }: { kind: 'roster' | 'compare'; hint: ReactNode }): ReactNode {
  const me = useMe();
  const navigate = caseRoute.useNavigate();
  const [org, setOrg] = useState<OrgChoice | null>({
    id: me.acting.orgId,
    label: me.acting.organisation,
  });
  const field = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = async (file: File): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const fileId = await uploadFile(file, 'table');
      const orgId = org?.id ?? me.acting.orgId;
      const { importId } = await api.imports.open({
        commandId: newCommandId(),
        orgId,
        fileId,
        kind,
      });
      await navigate({ to: '/imports/case', search: { importId } });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="panel wizard-panel">
      {me.acting.standing === 'above' ? (
        <Form layout="vertical">
          <Form.Item
            label="哪个党组织的名单"
            htmlFor={field}
            extra="名单里有几个支部的，选它们共同的上级；各行按“所在党支部”归到支部。"
          >
            <OrgPicker id={field} value={org} onChange={setOrg} />
          </Form.Item>
        </Form>
      ) : null}
      <FileDrop
        accept=".xlsx,.csv,.txt"
        busy={busy}
        hint={hint}
        onFile={(file) => void take(file)}
      />
      <FailureNote failure={failure} />
    </div>
  );
}
