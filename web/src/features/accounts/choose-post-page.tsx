import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { actingKey, meQuery, type Choice } from '../../app/session-query.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Gate } from '../../app/gate.tsx';
import { choosePostRoute } from './routes.ts';

/** One acts in one post at a time; what one sees and may do follows from it. */
export function ChoosePostPage(): ReactNode {
  const { back } = choosePostRoute.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const choose = async (choice: Choice): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await api.accounts.actAs({ kind: choice.kind, id: choice.id, commandId: newCommandId() });
      queries.clear();
      router.history.push(back ?? '/');
    } catch (error) {
      setFailure(readFailure(error));
      setBusy(false);
    }
  };

  if (me.error !== null && readFailure(me.error).kind === 'signed-out')
    return <Navigate to="/login" search={{ back }} />;
  if (me.error !== null) {
    return (
      <Gate title="选择身份">
        <Fault error={me.error} retry={() => void me.refetch()} />
      </Gate>
    );
  }
  if (me.data === undefined) return null;
  return (
    <Gate
      title={`${me.data.name}同志，现在以哪个身份工作？`}
      lead="看到什么、能办什么，随身份而定。以后可以在页面上方随时切换。"
    >
      {me.data.choices.length === 0 ? (
        <p>您现在没有在任的职务，也没有组织关系记录。请与所在党组织联系。</p>
      ) : (
        <ul className="posts">
          {me.data.choices.map((choice) => (
            <li key={actingKey(choice)}>
              <button
                type="button"
                className="plain-button post"
                disabled={busy}
                onClick={() => void choose(choice)}
              >
                <strong>{choice.postName}</strong>
                <span>{choice.orgName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <FailureNote failure={failure} />
    </Gate>
  );
}
