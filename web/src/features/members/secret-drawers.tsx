import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, type Answer, type Api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { FileDrawerProps } from './file-acts.tsx';

interface Secrets {
  readonly idNumber?: string;
  readonly phone?: string;
}

const given = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : value;

/** Enters a number or phone; one left blank stays as it is. */
export function SecretsDrawer({ file, open, onClose, onSaved }: FileDrawerProps): ReactNode {
  return (
    <FormDrawer<Secrets, unknown>
      title={`登记号码：${file.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      lead="号码加密保存。留空的不改变原来的内容。"
      save={({ idNumber, phone }, commandId) =>
        api.members.setSecrets({
          personId: file.personId,
          basedOn: file.secretVersion,
          idNumber: given(idNumber),
          phone: given(phone),
          commandId,
        })
      }
    >
      <Field name="idNumber" label="公民身份号码" rule="18位，末位可以是X；会检查校验位。">
        <Input maxLength={30} autoComplete="off" placeholder={file.idNumber ?? ''} />
      </Field>
      <Field name="phone" label="手机号码">
        <Input maxLength={20} autoComplete="off" inputMode="tel" placeholder={file.phone ?? ''} />
      </Field>
    </FormDrawer>
  );
}

type Revealed = Answer<Api['members']['reveal']>;

/** Full numbers for a reason; shown once, gone when closed. */
export function RevealDrawer({ file, open, onClose }: FileDrawerProps): ReactNode {
  const [shown, setShown] = useState<Revealed | null>(null);
  return (
    <>
      <FormDrawer<{ readonly reason: string }, Revealed>
        title={`查看完整号码：${file.name}`}
        open={open}
        onClose={onClose}
        onSaved={setShown}
        saveLabel="查看"
        savedWords="已记录"
        save={({ reason }, commandId) =>
          api.members.reveal({ personId: file.personId, reason, commandId })
        }
      >
        <Field name="reason" label="用途" required rule="会和您的姓名、时间一起记入日志。">
          <Input maxLength={200} />
        </Field>
      </FormDrawer>
      <Modal
        title={file.name}
        open={shown !== null}
        onCancel={() => setShown(null)}
        onOk={() => setShown(null)}
        okText="看完了"
        cancelButtonProps={{ style: { display: 'none' } }}
        destroyOnHidden
      >
        <dl className="facts">
          <div>
            <dt>公民身份号码</dt>
            <dd className="number">{shown?.idNumber ?? '没有登记'}</dd>
          </div>
          <div>
            <dt>手机号码</dt>
            <dd className="number">{shown?.phone ?? '没有登记'}</dd>
          </div>
        </dl>
      </Modal>
    </>
  );
}
