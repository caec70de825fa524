import { Button } from 'antd';
import type { ReactNode } from 'react';

/** A surprise at the server has a number that its log knows; one in this browser has none. */
export function incidentOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('data' in error)) return null;
  const { data } = error;
  return typeof data === 'object' &&
    data !== null &&
    'incident' in data &&
    typeof data.incident === 'string'
    ? data.incident
    : null;
}

export interface FaultProps {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** What a page or a part of it shows when something unforeseen went wrong. Nothing typed is lost silently: it says what to do. */
export function Fault({ error, retry }: FaultProps): ReactNode {
  const incident = incidentOf(error);
  const offline = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
  return (
    <div className="fault" role="alert">
      <h2>{offline ? '现在连不上服务器' : '这里没有能够打开'}</h2>
      <p>
        {offline
          ? '请检查网络后再试。已保存的内容不受影响。'
          : incident === null
            ? '请再试一次；如果仍然这样，请告诉管理员您刚才在做什么。'
            : '请再试一次；如果仍然这样，请把下面的编号告诉管理员。'}
      </p>
      {incident === null ? null : (
        <p className="number">
          编号 <strong>{incident}</strong>
        </p>
      )}
      {retry === undefined ? null : <Button onClick={retry}>再试一次</Button>}
    </div>
  );
}
