import { App } from 'antd';
import { useRef, useState } from 'react';
import type { CommandId } from '#kernel/ids';
import { readFailure, type Failure } from '../api.ts';
import { newCommandId } from './command-id.ts';

export interface Act<Input> {
  readonly run: (input: Input) => void;
  readonly busy: boolean;
  /** For `FailureNote`; null while nothing went wrong. */
  readonly failure: Failure | null;
}

interface ActOptions<Input, Saved> {
  readonly save: (input: Input, commandId: CommandId) => Promise<Saved>;
  readonly onSaved?: (saved: Saved, input: Input) => void;
  readonly savedWords?: string;
}

/**
 * A write by one press, without a form. Pressing twice does no harm; without an answer from the
 * server the next press sends the same id again.
 */
export function useAct<Input, Saved>({
  save,
  onSaved,
  savedWords = '已保存',
}: ActOptions<Input, Saved>): Act<Input> {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const pending = useRef<{ readonly input: Input; readonly commandId: CommandId } | null>(null);

  const send = async (input: Input): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    if (pending.current?.input !== input) pending.current = { input, commandId: newCommandId() };
    try {
      const saved = await save(input, pending.current.commandId);
      pending.current = null;
      void message.success(savedWords);
      onSaved?.(saved, input);
    } catch (error) {
      const read = readFailure(error);
      if (read.kind !== 'fault') pending.current = null;
      setFailure(read);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run: (input) => void send(input), busy, failure };
}
