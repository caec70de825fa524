import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CommandId } from '#kernel/ids';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { DUES } from './queries.ts';

/** What is to be taken back: said in the drawer, and how. */
export interface Cancelling {
  readonly what: string;
  readonly run: (reason: string, commandId: CommandId) => Promise<unknown>;
}

/** 作废: asks for the reason; what was cancelled stays visible. */
export function CancelDrawer({
  cancelling,
  onClose,
}: {
  cancelling: Cancelling | null;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  return (
    <FormDrawer<{ reason: string }, unknown>
      title="作废"
      open={cancelling !== null}
      onClose={onClose}
      lead={`作废${cancelling?.what ?? ''}。原记录仍然留痕，可以查到。`}
      saveLabel="作废"
      savedWords="已作废"
      save={({ reason }, commandId) => cancelling?.run(reason, commandId) ?? Promise.resolve()}
      onSaved={() => void queries.invalidateQueries({ queryKey: DUES })}
    >
      <Field name="reason" label="原因" required>
        <Input maxLength={200} placeholder="如 重复录入" />
      </Field>
    </FormDrawer>
  );
}
