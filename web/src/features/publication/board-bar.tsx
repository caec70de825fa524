import { Input, QRCode } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { ActionButton, type Can } from '../../patterns/action-button.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { Field } from '../../patterns/field.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { renewPublication, type Board } from './queries.ts';
import './publication.css';

interface BoardBarProps {
  readonly orgId: OrgId;
  readonly board: Board;
  readonly can: Can;
}

/** The public board of the organisation: its address, or the way to open one. */
export function BoardBar({ orgId, board, can }: BoardBarProps): ReactNode {
  const queries = useQueryClient();
  const [closing, setClosing] = useState(false);
  const opening = useAct<{ readonly orgId: OrgId }, Board>({
    save: (input, commandId) => api.publication.openBoard({ ...input, commandId }),
    onSaved: () => renewPublication(queries),
    savedWords: '公开栏已开设',
  });
  if (!board.open)
    return (
      <div className="note public-board">
        <span>
          本组织还没有开设公开栏。开设后有一个固定地址和二维码，群众不用登录就能看、能提问。
        </span>
        <ActionButton
          label="开设公开栏"
          can={can}
          primary
          busy={opening.busy}
          run={() => opening.run({ orgId })}
        />
        <FailureNote failure={opening.failure} />
      </div>
    );
  const address = `${window.location.origin}${board.path}`;
  return (
    <div className="public-board">
      {/* The address stands beside it in words. */}
      <div aria-hidden="true">
        <QRCode value={address} size={96} bordered={false} type="svg" />
      </div>
      <div>
        <p>
          公开栏地址：
          <a href={board.path} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
        <p className="muted">
          {board.openedOn === null ? '' : `${chineseDate(board.openedOn)}开设。`}
          不用登录就能看；只有已公开、没到期的内容。
        </p>
      </div>
      <ActionButton label="关闭公开栏" can={can} run={() => setClosing(true)} />
      <FormDrawer<{ reason: string }, Board>
        title="关闭公开栏"
        open={closing}
        onClose={() => setClosing(false)}
        saveLabel="关闭"
        savedWords="公开栏已关闭"
        lead="关闭后这个地址什么都不显示；以后再开设，地址不变，贴出去的二维码还能用。"
        save={({ reason }, commandId) => api.publication.closeBoard({ orgId, reason, commandId })}
        onSaved={() => renewPublication(queries)}
      >
        <Field name="reason" label="原因" required>
          <Input maxLength={200} />
        </Field>
      </FormDrawer>
    </div>
  );
}
