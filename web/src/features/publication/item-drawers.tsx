import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { api } from '../../api.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { ScanField } from '../../patterns/scan-field.tsx';
import { renewPublication, type ItemDetail, type Proof } from './queries.ts';

interface DrawerProps {
  readonly item: ItemDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 更正: another text, or the record read anew; it goes through check and approval again. */
export function CorrectDrawer({ item, open, onClose }: DrawerProps): ReactNode {
  const queries = useQueryClient();
  const [newest] = item.versions;
  const record = item.source !== null;
  return (
    <FormDrawer<{ title?: string; text?: string; reason: string }, unknown>
      title="更正公开内容"
      open={open}
      onClose={onClose}
      width={720}
      savedWords="已更正，请另一位同志审核"
      lead={
        record
          ? `内容来自“${item.source?.name ?? ''}”的记录。先在原记录里改好，再在这里重新读取；不在这里改文字。`
          : '原来的文字保留备查；更正后的要重新审核、审批，公开后替换原来的。'
      }
      initial={record ? {} : { title: newest?.title ?? '', text: newest?.typed ?? '' }}
      saveLabel={record ? '重新读取原记录' : '保存'}
      save={({ title, text, reason }, commandId) =>
        api.publication.correct({
          itemId: item.itemId,
          edition: item.edition,
          title: title ?? '',
          text: text ?? '',
          reason,
          commandId,
        })
      }
      onSaved={() => renewPublication(queries)}
    >
      {record ? null : (
        <>
          <Field name="title" label="标题" required>
            <Input maxLength={120} />
          </Field>
          <Field name="text" label="正文" required>
            <Input.TextArea rows={12} maxLength={20_000} />
          </Field>
        </>
      )}
      <Field name="reason" label="更正原因" required>
        <Input maxLength={200} />
      </Field>
    </FormDrawer>
  );
}

interface ProofValues {
  readonly place: string;
  readonly from: PlainDate;
  readonly firstName: string;
  readonly secondName: string;
  readonly fileId?: Id<'File'>;
}

/** 登记张贴: place, day, two names; a picture only for who wants to keep one. */
export function ProofDrawer({ item, open, onClose }: DrawerProps): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  return (
    <FormDrawer<ProofValues, unknown>
      title="登记张贴"
      open={open}
      onClose={onClose}
      initial={{ place: item.places[0] ?? '', from: item.shownFrom ?? today }}
      lead="写明贴在哪里、从哪天起、哪两个人看到贴上了。不要求拍照。"
      save={(values, commandId) =>
        api.publication.recordProof({ itemId: item.itemId, ...values, commandId })
      }
      onSaved={() => renewPublication(queries)}
    >
      <Field name="place" label="张贴地点" required>
        <Input maxLength={100} />
      </Field>
      <Field name="from" label="张贴日期" required>
        <DateField />
      </Field>
      <Field name="firstName" label="证明人一" required>
        <Input maxLength={50} />
      </Field>
      <Field name="secondName" label="证明人二" required>
        <Input maxLength={50} />
      </Field>
      <Field name="fileId" label="照片（可以不附）">
        <ScanField />
      </Field>
    </FormDrawer>
  );
}

/** 登记揭下. */
export function EndProofDrawer({
  proof,
  onClose,
}: {
  readonly proof: Proof | null;
  readonly onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  if (proof === null) return null;
  return (
    <FormDrawer<{ until: PlainDate }, unknown>
      title={`揭下：${proof.place}`}
      open
      onClose={onClose}
      initial={{ until: today }}
      save={({ until }, commandId) =>
        api.publication.endProof({ proofId: proof.proofId, until, commandId })
      }
      onSaved={() => renewPublication(queries)}
    >
      <Field name="until" label="揭下日期" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}
