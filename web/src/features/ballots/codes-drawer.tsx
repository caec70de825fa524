import { Button, Checkbox, Drawer, InputNumber } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { useAct } from '../../patterns/use-act.ts';
import { slipsHtml } from './code-slips.ts';
import type { Ballot, Round } from './queries.ts';

/** Code slips are made, shown and printed once; closing the drawer is the end of it. */
export function CodesDrawer({
  ballot,
  round,
  onClose,
  onSaved,
}: {
  ballot: Ballot;
  round: Round;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const narrow = useNarrow();
  const frame = useRef<HTMLIFrameElement>(null);
  const [number, setNumber] = useState(Math.max(1, round.entitled ?? 50));
  const [large, setLarge] = useState(false);
  const [html, setHtml] = useState<string | null>(null);
  const make = useAct({
    save: (_: null, commandId) =>
      api.ballots.printCodes({
        ballotId: ballot.ballotId,
        basedOn: ballot.version,
        number,
        commandId,
      }),
    savedWords: `已生成${number}张票码条`,
    onSaved: (made) => {
      onSaved();
      void slipsHtml({
        organ: ballot.orgName,
        title: ballot.title,
        roundNo: round.roundNo,
        address: made.address,
        slips: made.slips,
        large,
      }).then(setHtml);
    },
  });
  return (
    <Drawer
      title="票码条"
      open
      onClose={onClose}
      size={narrow ? '100%' : 900}
      mask={{ closable: false }}
    >
      {html === null ? (
        <>
          <p>
            票码条只在这里显示一次，请连上打印机再生成。打印后剪开、对折、放进箱里混匀，到会人员自己抽；剩下的截止时清点。
            {round.codesPrinted > 0 ? '重新生成后，以前印的全部作废。' : ''}
          </p>
          <FailureNote failure={make.failure} />
          <p className="ballot-row">
            <label>
              印{' '}
              <InputNumber
                min={1}
                max={20_000}
                value={number}
                onChange={(v) => setNumber(v ?? 1)}
              />{' '}
              张
            </label>
            <Checkbox checked={large} onChange={(event) => setLarge(event.target.checked)}>
              大字
            </Checkbox>
          </p>
          <Button type="primary" loading={make.busy} onClick={() => make.run(null)}>
            生成票码条
          </Button>
        </>
      ) : (
        <>
          <Button
            type="primary"
            onClick={() => {
              frame.current?.contentWindow?.focus();
              frame.current?.contentWindow?.print();
            }}
          >
            打印
          </Button>
          <iframe
            ref={frame}
            title="票码条"
            srcDoc={html}
            sandbox="allow-same-origin allow-modals"
            className="print-frame"
          />
        </>
      )}
    </Drawer>
  );
}
