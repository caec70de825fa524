import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { printSlip } from '../../patterns/print-slip.ts';

export interface OneTimeCode {
  readonly name: string;
  readonly loginName: string;
  readonly code: string;
  readonly validUntil: PlainDate;
}

/** The code is shown once and kept nowhere readable; it is handed over on paper or read out. */
export function CodeSlip({
  code,
  onClose,
}: {
  code: OneTimeCode | null;
  onClose: () => void;
}): ReactNode {
  if (code === null) return null;
  const lines = [
    `登录名：${code.loginName}`,
    `一次性代码：${code.code}`,
    `有效期至：${chineseDate(code.validUntil)}`,
    `登录地址：${window.location.origin}`,
    '用法：打开登录页，点“忘记密码，或收到了一次性代码”，填写代码并自己设置密码。',
  ];
  return (
    <Modal
      open
      title={`交给${code.name}同志`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="print" onClick={() => printSlip(`${code.name}同志的登录代码`, lines)}>
          打印
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          已交给本人
        </Button>,
      ]}
    >
      <p className="one-time-code number">{code.code}</p>
      <p>
        登录名 <strong>{code.loginName}</strong>，代码有效期至 {chineseDate(code.validUntil)}
        ，只能用一次。
      </p>
      <p className="muted">关闭后不再显示；遗失了可以另发一个。</p>
    </Modal>
  );
}
