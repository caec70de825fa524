import { Button, Input, InputNumber, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import { ActionButton } from '../../patterns/action-button.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { NextDrawer } from './next-drawer.tsx';
import { renewBallots, type Ballot, type Round } from './queries.ts';
import { SheetDrawer } from './sheet-drawer.tsx';

type Opened = 'close' | 'sheet' | 'slip' | 'void' | 'again' | 'runoff' | 'destroy';

const NOW: Readonly<Record<Round['state'], string>> = {
  prepared: '名册、监票计票人和票都备好后，开始投票。开始后票面不能再改。',
  open: '正在投票。这里只看得到票箱里有几张，看不到内容。',
  closed: '已截止。先录入纸质票的清点结果，再由两位监票、计票人员确认开箱。',
  counted: '已计票。票按期保管，到期由两人以上在场销毁。',
  void: '本轮已作废。',
};

/** What happens with the box now: open, close, count, and what follows. */
export function BoxSection({ ballot, round }: { ballot: Ballot; round: Round }): ReactNode {
  const queries = useQueryClient();
  const [shown, setShown] = useState<Opened | null>(null);
  const renew = (): void => renewBallots(queries);
  const based = { ballotId: ballot.ballotId, basedOn: ballot.version };
  const open = useAct({
    save: (_: null, commandId) => api.ballots.open({ ...based, commandId }),
    onSaved: renew,
    savedWords: '投票开始',
  });
  const count = useAct({
    save: (_: null, commandId) => api.ballots.count({ ...based, commandId }),
    onSaved: renew,
    savedWords: '已计票',
  });
  const turn = useAct({
    save: (_: null, commandId) =>
      api.ballots.turnKey({ ballotId: ballot.ballotId, roundNo: round.roundNo, commandId }),
    onSaved: renew,
    savedWords: '已确认开箱',
  });
  const can = (name: string) => ballot.can[name] ?? true;
  const me = ballot.tellers.find((one) => one.own);
  const { state } = round;
  const close = (): void => setShown(null);
  return (
    <Section title="投票与计票" note={NOW[state]}>
      <FailureNote failure={open.failure ?? count.failure ?? turn.failure} />
      <div className="ballot-row">
        {state === 'prepared' ? (
          <ActionButton
            label="开始投票"
            primary
            can={can('open')}
            busy={open.busy}
            run={() => open.run(null)}
          />
        ) : null}
        {state === 'open' ? (
          <ActionButton label="截止投票" primary can={can('close')} run={() => setShown('close')} />
        ) : null}
        {state === 'closed' ? (
          <>
            {round.issuedPaper > 0 ? (
              <Button onClick={() => setShown('sheet')}>
                {round.sheet === null ? '录入计票单' : '改计票单'}
              </Button>
            ) : null}
            {me === undefined || round.turned.includes(me.name) ? null : (
              <Popconfirm
                title="确认现在开箱？"
                okText="确认"
                cancelText="取消"
                onConfirm={() => turn.run(null)}
              >
                <Button loading={turn.busy}>我确认开箱</Button>
              </Popconfirm>
            )}
            <Button onClick={() => setShown('slip')}>凭开箱条确认</Button>
            <ActionButton
              label="开箱计票"
              primary
              can={can('count')}
              busy={count.busy}
              run={() => count.run(null)}
            />
          </>
        ) : null}
        {can('runoff') === true ? (
          <ActionButton label="再次投票" primary can run={() => setShown('runoff')} />
        ) : null}
        {can('again') === true ? (
          <ActionButton label="重新投票" primary can run={() => setShown('again')} />
        ) : null}
        {state === 'void' ? null : (
          <ActionButton label="作废本轮" can={can('void')} run={() => setShown('void')} />
        )}
        {state === 'counted' || state === 'void' ? (
          <ActionButton label="销毁票" can={can('destroy')} run={() => setShown('destroy')} />
        ) : null}
      </div>
      {state === 'closed' ? (
        <p className="muted">
          已确认开箱：{round.turned.length === 0 ? '还没有人' : round.turned.join('、')}
          {round.sheet === null
            ? ''
            : `；纸质票收回${round.sheet.returned}张，有效${round.sheet.tally?.valid ?? 0}张`}
        </p>
      ) : null}
      {round.codesReason === '' ? null : (
        <p className="muted">票码条数目说明：{round.codesReason}</p>
      )}
      {shown === 'close' ? (
        <CloseDrawer ballot={ballot} round={round} onClose={close} onSaved={renew} />
      ) : null}
      {shown === 'sheet' ? (
        <SheetDrawer ballot={ballot} round={round} onClose={close} onSaved={renew} />
      ) : null}
      {shown === 'again' || shown === 'runoff' ? (
        <NextDrawer ballot={ballot} round={round} why={shown} onClose={close} onSaved={renew} />
      ) : null}
      {shown === 'slip' ? (
        <FormDrawer<{ code: string }, unknown>
          title="凭开箱条确认"
          open
          onClose={close}
          onSaved={renew}
          lead="由持条的监票人、计票人本人输入自己开箱条上的代码。"
          save={({ code }, commandId) =>
            api.ballots.turnKeyBySlip({ ballotId: ballot.ballotId, code, commandId })
          }
        >
          <Field name="code" label="开箱条代码" required>
            <Input autoComplete="off" maxLength={30} />
          </Field>
        </FormDrawer>
      ) : null}
      {shown === 'void' ? (
        <FormDrawer<{ reason: string }, unknown>
          title="作废本轮"
          open
          onClose={close}
          onSaved={renew}
          lead="名册有误、票数多于人数等，本轮作废后重新投票。没有开过的箱不再打开。"
          save={({ reason }, commandId) => api.ballots.voidRound({ ...based, reason, commandId })}
        >
          <Field name="reason" label="原因" required>
            <Input.TextArea rows={3} maxLength={500} />
          </Field>
        </FormDrawer>
      ) : null}
      {shown === 'destroy' ? (
        <FormDrawer<{ witnesses: string }, unknown>
          title="销毁票"
          open
          onClose={close}
          onSaved={renew}
          lead="系统中的票面、票码和票号全部删除，不能恢复；结果、名册和办理记录保留。纸质票同时销毁。"
          save={({ witnesses }, commandId) =>
            api.ballots.destroy({
              ...based,
              witnesses: witnesses.split(/[、，,\s]+/u).filter((name) => name !== ''),
              commandId,
            })
          }
        >
          <Field name="witnesses" label="在场监销人（两人以上，用顿号分开）" required>
            <Input autoComplete="off" maxLength={100} />
          </Field>
        </FormDrawer>
      ) : null}
    </Section>
  );
}

function CloseDrawer({
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
  const expected = round.codesPrinted - round.issuedCodes;
  return (
    <FormDrawer<{ codesLeft?: number; reason?: string }, unknown>
      title="截止投票"
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={{ codesLeft: round.onScreen ? undefined : 0 }}
      lead={
        round.onScreen
          ? `请清点箱里剩下的票码条。印制${round.codesPrinted}张，领走${round.issuedCodes}张，应剩${expected}张。`
          : '截止后不再收票。'
      }
      save={({ codesLeft, reason }, commandId) =>
        api.ballots.close({
          ballotId: ballot.ballotId,
          basedOn: ballot.version,
          codesLeft: codesLeft ?? 0,
          reason: reason ?? '',
          commandId,
        })
      }
      saveLabel="截止"
    >
      {round.onScreen ? (
        <>
          <Field name="codesLeft" label="剩下的票码条" required>
            <InputNumber min={0} max={20_000} />
          </Field>
          <Field name="reason" label="数目不符的原因">
            <Input maxLength={200} autoComplete="off" />
          </Field>
        </>
      ) : (
        <p>确认后即截止。</p>
      )}
    </FormDrawer>
  );
}
