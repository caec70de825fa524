import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { readBases, type PastedBases } from './paste.ts';

interface PasteDrawerProps {
  readonly open: boolean;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onRead: (read: PastedBases) => void;
}

/** A column of bases, or names and bases, copied from Excel. Nothing is saved by it. */
export function PasteDrawer({ open, people, onClose, onRead }: PasteDrawerProps): ReactNode {
  return (
    <FormDrawer<{ text: string }, PastedBases>
      title="从 Excel 粘贴基数"
      open={open}
      onClose={onClose}
      saveLabel="填入表格"
      savedWords="已填入，核对后再核定"
      lead="可以粘贴“姓名、基数”两列，按姓名填入；也可以只粘贴基数一列，按页面上的顺序填入。"
      save={({ text }) => Promise.resolve(readBases(text, people))}
      onSaved={onRead}
    >
      <Field name="text" label="粘贴在这里" required>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} />
      </Field>
    </FormDrawer>
  );
}
