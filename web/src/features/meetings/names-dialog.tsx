import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { PRESENCE } from '#contract/meetings-words';
import { api, readFailure, type Answer, type Api, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { MeetingDetail, Presence } from './queries.ts';

type Found = Answer<Api['meetings']['matchNames']>;

export interface NamedMark {
  readonly key: string;
  readonly state: Presence;
  readonly reason: string;
}

interface NamesDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly detail: MeetingDetail;
  readonly onConfirm: (marks: readonly NamedMark[]) => void;
}

/** Names pasted from a chat; who is meant is shown, and nothing is marked before it is confirmed. */
export function NamesDialog(props: NamesDialogProps): ReactNode {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, detail, onConfirm }: NamesDialogProps): ReactNode {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<number, string | null>>>({});
  const [restAbsent, setRestAbsent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const look = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.meetings.matchNames({
        sittingId: detail.sittingId,
        text,
        commandId: newCommandId(),
      });
      setFound(answer);
      setChosen(
        Object.fromEntries(
          answer.lines.map((line, index) => [
            index,
            line.verdict === 'sure' || line.verdict === 'likely'
              ? (line.candidates[0]?.key ?? null)
              : null,
          ]),
        ),
      );
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  const entitled = new Set(
    detail.roll.filter((line) => line.part === 'entitled').map((line) => line.key),
  );
  const missing = (found?.missing ?? []).filter(
    (one) => entitled.has(one.key) && !Object.values(chosen).includes(one.key),
  );

  const confirm = (): void => {
    if (found === null) return;
    const marks = new Map<string, NamedMark>();
    for (const [index, line] of found.lines.entries()) {
      const key = chosen[index];
      if (key === null || key === undefined) continue;
      const state = line.state === 'unknown' ? 'present' : line.state;
      marks.set(key, { key, state, reason: line.reason });
    }
    if (restAbsent)
      for (const { key } of missing)
        if (!marks.has(key)) marks.set(key, { key, state: 'absent', reason: '' });
    onConfirm([...marks.values()]);
    onClose();
  };

  return (
    <Modal
      title="粘贴名单或接龙"
      open
      onCancel={onClose}
      width={720}
      footer={
        found === null ? (
          <Button
            type="primary"
            loading={busy}
            disabled={text.trim() === ''}
            onClick={() => void look()}
          >
            认人
          </Button>
        ) : (
          <div className="form-acts">
            <Button onClick={() => setFound(null)}>重新粘贴</Button>
            <Button type="primary" onClick={confirm}>
              按此登记
            </Button>
          </div>
        )
      }
    >
      {found === null ? (
        <Input.TextArea
          autoFocus
          aria-label="名单"
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoSize={{ minRows: 8, maxRows: 16 }}
          placeholder={'1. 张三\n2. 李四 请假（出差）\n3. 小王'}
        />
      ) : (
        <>
          <ol className="name-lines">
            {found.lines.map((line, index) => (
              <li key={`${index}-${line.written}`}>
                <span>
                  {line.written}{' '}
                  <span className="muted">
                    {PRESENCE[line.state === 'unknown' ? 'present' : line.state]}
                    {line.reason === '' ? '' : `（${line.reason}）`}
                  </span>
                </span>
                {line.verdict === 'sure' ? (
                  <span>{line.candidates[0]?.name}</span>
                ) : line.candidates.length === 0 ? (
                  <span className="muted">名单中没有，不登记；列席的请另外填写</span>
                ) : (
                  <Select
                    aria-label={`“${line.written}”是谁`}
                    value={chosen[index] ?? ''}
                    onChange={(key: string) =>
                      setChosen({ ...chosen, [index]: key === '' ? null : key })
                    }
                    options={[
                      ...line.candidates.map((one) => ({
                        value: one.key,
                        label: `${one.name}（${one.why}）`,
                      })),
                      { value: '', label: line.verdict === 'several' ? '请选择' : '都不是' },
                    ]}
                  />
                )}
              </li>
            ))}
          </ol>
          {missing.length === 0 ? null : (
            <Checkbox
              checked={restAbsent}
              onChange={(event) => setRestAbsent(event.target.checked)}
            >
              没有写到的{missing.length}人记为缺席：{missing.map((one) => one.name).join('、')}
            </Checkbox>
          )}
        </>
      )}
      <FailureNote failure={failure} />
    </Modal>
  );
}
