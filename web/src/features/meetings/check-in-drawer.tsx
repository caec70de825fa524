import { Button, Drawer, QRCode } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { printSlip } from '../../patterns/print-slip.ts';
import { useAct } from '../../patterns/use-act.ts';
import type { MeetingDetail } from './queries.ts';
import type { RecordKeeper } from './record-keeper.ts';
import './sign-in.css';

const LOOK_AGAIN = 8_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

interface CheckInDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly keeper: RecordKeeper;
  readonly detail: MeetingDetail;
}

/** The sign-in page for phones: opened by the recorder, shown as a QR code, closed at will. */
export function CheckInDrawer({ open, onClose, keeper, detail }: CheckInDrawerProps): ReactNode {
  const narrow = useNarrow();
  const { sittingId, checkInCode: code } = detail;
  const change = useAct({
    save: (openIt: boolean, commandId) =>
      keeper.then(async () => {
        if (openIt) await api.meetings.openCheckIn({ sittingId, commandId });
        else await api.meetings.closeCheckIn({ sittingId, commandId });
        await keeper.renew();
      }),
    savedWords: code === null ? '签到页已打开' : '签到页已关闭',
  });
  useEffect(() => {
    if (!open || code === null) return;
    const timer = window.setInterval(() => void keeper.then(() => keeper.renew()), LOOK_AGAIN);
    return () => window.clearInterval(timer);
  }, [open, code, keeper]);
  return (
    <Drawer title="扫码签到" open={open} onClose={onClose} size={narrow ? '100%' : 480}>
      <p>
        到会的同志扫码后点自己的名字；不用登录，不读位置，不拍照。到会以记录人登记的为准，签到页当天结束时关闭。
      </p>
      {code === null ? (
        <div className="form-acts check-in-acts">
          <Button type="primary" loading={change.busy} onClick={() => change.run(true)}>
            打开签到页
          </Button>
        </div>
      ) : (
        <>
          <Sheet code={code} detail={detail} />
          <div className="form-acts check-in-acts">
            <Button loading={change.busy} onClick={() => change.run(false)}>
              关闭签到页
            </Button>
          </div>
        </>
      )}
      <FailureNote failure={change.failure} />
    </Drawer>
  );
}

function Sheet({ code, detail }: { code: string; detail: MeetingDetail }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const address = `${window.location.origin}/signin/${code}`;
  const print = (): void => {
    const drawn = frame.current?.querySelector('svg')?.outerHTML;
    printSlip(
      `${detail.title === '' ? detail.kind.name : detail.title}签到`,
      [
        chineseDate(detail.heldOn),
        '请用手机扫码，点自己的名字。',
        `不能扫码的，在浏览器中打开：${address}`,
      ],
      drawn === undefined ? undefined : `data:image/svg+xml,${encodeURIComponent(drawn)}`,
    );
  };
  return (
    <div className="check-in" ref={frame}>
      <QRCode
        aria-label={`签到页的二维码，地址 ${address}`}
        value={address}
        type="svg"
        size={260}
        color="#000"
        bgColor="#fff"
        marginSize={2}
      />
      <p>
        <code>{address}</code>
      </p>
      {LOOPBACK.includes(window.location.hostname) ? (
        <p className="note">
          现在的地址只有这台电脑能打开。要用手机签到，请用单位内网的地址打开本系统，再出示二维码。
        </p>
      ) : null}
      <Button onClick={print}>打印二维码</Button>
    </div>
  );
}
