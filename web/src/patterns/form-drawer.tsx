import { App, Button, Drawer, Form } from 'antd';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { CommandId } from '#kernel/ids';
import { readFailure, type Failure } from '../api.ts';
import { incidentOf } from '../app/fault.tsx';
import { newCommandId } from './command-id.ts';
import { useNarrow } from './narrow.ts';
import { Refusal } from './refusal.tsx';

export interface FormDrawerProps<Values extends object, Saved> {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly initial?: Partial<Values>;
  /** Sends the write; it may throw what the API throws. The same opening sends the same id until the server has answered. */
  readonly save: (values: Values, commandId: CommandId) => Promise<Saved>;
  readonly onSaved?: (saved: Saved) => void;
  readonly saveLabel?: string;
  readonly savedWords?: string;
  /** Stands above the fields: the rule that governs the whole form. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly width?: number;
}

/**
 * One write in a drawer. A refusal keeps it open with everything typed; closing with unsaved words asks;
 * pressing save twice does no harm; Ctrl+Enter saves.
 */
export function FormDrawer<Values extends object, Saved>(
  props: FormDrawerProps<Values, Saved>,
): ReactNode {
  return props.open ? <OpenDrawer {...props} /> : null;
}

function OpenDrawer<Values extends object, Saved>({
  title,
  initial,
  save,
  onSaved,
  onClose,
  saveLabel = '保存',
  savedWords = '已保存',
  lead,
  children,
  width = 560,
}: FormDrawerProps<Values, Saved>): ReactNode {
  const [form] = Form.useForm<Values>();
  const { message, modal } = App.useApp();
  const narrow = useNarrow();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const dirty = useRef(false);
  const commandId = useRef<CommandId>(null);
  const frame = useRef<HTMLDivElement>(null);
  useFocusInside(frame);

  useBlocker({
    shouldBlockFn: () => dirty.current && !window.confirm('还有没保存的内容，确定离开吗？'),
    enableBeforeUnload: () => dirty.current,
  });

  const close = (): void => {
    if (!dirty.current) {
      onClose();
      return;
    }
    modal.confirm({
      title: '还有没保存的内容',
      content: '现在关闭，刚才填写的就没有了。',
      okText: '放弃并关闭',
      cancelText: '继续填写',
      okType: 'default',
      cancelButtonProps: { type: 'primary' },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => {
        dirty.current = false;
        onClose();
      },
    });
  };

  const showAtField = (field: string, sentence: string): void => {
    const name: unknown = field;
    const known = name as Parameters<typeof form.getFieldInstance>[0];
    if (form.getFieldInstance(known) === undefined) return;
    form.setFields([{ name: known as never, errors: [sentence] }]);
    form.scrollToField(known, { focus: true });
  };

  const send = async (values: Values): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    commandId.current ??= newCommandId();
    try {
      const saved = await save(values, commandId.current);
      dirty.current = false;
      void message.success(savedWords);
      onClose();
      onSaved?.(saved);
    } catch (error) {
      const read = readFailure(error);
      // The server has answered, so nothing was written and the next attempt is a write of its own;
      // without an answer the id stays, and sending again cannot write twice.
      if (read.kind !== 'fault') commandId.current = null;
      if (read.kind === 'invalid') showAtField(read.field, read.sentence);
      setFailure(read);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return (
    <Drawer
      title={title}
      open
      onClose={close}
      mask={{ closable: false }}
      size={narrow ? '100%' : width}
    >
      <div
        ref={frame}
        className="form-drawer"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={initial}
          scrollToFirstError={{ focus: true }}
          onValuesChange={() => {
            dirty.current = true;
          }}
          onFinish={(values) => void send(values)}
        >
          {lead === undefined ? null : <div className="form-lead">{lead}</div>}
          {children}
          <div className="form-foot">
            <FailureNote failure={failure} />
            <div className="form-acts">
              <Button type="primary" htmlType="submit" loading={busy}>
                {saveLabel}
              </Button>
              <Button onClick={close}>取消</Button>
            </div>
          </div>
        </Form>
      </div>
    </Drawer>
  );
}

/** The first field gets the focus; on closing it returns to where it was. */
function useFocusInside(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const timer = window.setTimeout(() => {
      frame.current
        ?.querySelector<HTMLElement>('input:not([disabled]), textarea, [role="combobox"]')
        ?.focus();
    }, 50);
    return () => {
      window.clearTimeout(timer);
      if (before instanceof HTMLElement) window.setTimeout(() => before.focus(), 0);
    };
  }, [frame]);
}

/** Says why a write did not happen; what was typed is still there. */
export function FailureNote({ failure }: { failure: Failure | null }): ReactNode {
  if (failure === null) return null;
  if (failure.kind === 'refused') return <Refusal refusal={failure.refusal} />;
  if (failure.kind === 'signed-out') {
    return (
      <div className="refusal" role="alert">
        <p className="refusal-sentence">登录已经结束，填写的内容还在。</p>
        <p>
          请先
          <a href="/login" target="_blank" rel="noreferrer">
            在新窗口登录
          </a>
          ，再回来保存。
        </p>
      </div>
    );
  }
  const incident = failure.kind === 'fault' ? incidentOf(failure.error) : null;
  return (
    <div className="refusal" role="alert">
      <p className="refusal-sentence">
        {failure.kind === 'invalid'
          ? failure.sentence
          : '没有能够保存，填写的内容还在，请再试一次。'}
      </p>
      {incident === null ? null : <p>仍然不行时，请把编号 {incident} 告诉管理员。</p>}
    </div>
  );
}
