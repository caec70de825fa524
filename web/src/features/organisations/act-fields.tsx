import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { ScanField } from '../../patterns/scan-field.tsx';

/** What every act on the tree asks for. */
export interface ActValues {
  readonly on: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly approvedOn?: PlainDate | null;
  readonly appliedOn?: PlainDate | null;
  readonly approverIsTownshipOrHigher?: boolean;
  readonly exception?: string;
  readonly note?: string;
  readonly scanFileId?: Id<'File'>;
}

/** As the server takes it: empty fields are left out. */
export const actInput = (values: ActValues) => ({
  on: values.on,
  approvedBy: values.approvedBy,
  approvalPaper: values.approvalPaper,
  approvedOn: values.approvedOn ?? undefined,
  appliedOn: values.appliedOn ?? undefined,
  approverIsTownshipOrHigher: values.approverIsTownshipOrHigher ?? true,
  exception: values.exception ?? '',
  note: values.note ?? '',
  scanFileId: values.scanFileId,
});

/** Day, approving body, paper. */
export function ActFields({
  what,
  village = false,
  exception = false,
}: {
  what: string;
  village?: boolean;
  exception?: boolean;
}): ReactNode {
  return (
    <>
      <div className="pair">
        <Field name="on" label={`${what}日期`} required rule="补录以前的变动，填写当时的日期。">
          <DateField />
        </Field>
        <Field name="approvedOn" label="批准日期" rule="不填按当天批准。">
          <DateField />
        </Field>
      </div>
      <div className="pair">
        <Field name="approvedBy" label="批准机关" required>
          <Input maxLength={60} />
        </Field>
        <Field name="approvalPaper" label="批复文号" required>
          <Input maxLength={60} placeholder="如 ×委组〔2026〕9号" />
        </Field>
      </div>
      {village ? (
        <Field
          name="approverIsTownshipOrHigher"
          label="批准层级"
          valueProp="checked"
          basis="《中国共产党农村基层组织工作条例》"
        >
          <Checkbox>批准机关是乡镇党委或更高的党组织</Checkbox>
        </Field>
      ) : null}
      <Field name="appliedOn" label="请示日期" rule="批复一般不超过1个月。">
        <DateField />
      </Field>
      {exception ? (
        <Field name="exception" label="因工作需要的理由" rule="人数不足而经上级批准的，写明理由。">
          <Input maxLength={200} />
        </Field>
      ) : null}
      <Field name="scanFileId" label="批复扫描件" rule="可以不附；原件仍归档保存。">
        <ScanField />
      </Field>
      <Field name="note" label="备注">
        <Input maxLength={200} />
      </Field>
    </>
  );
}
