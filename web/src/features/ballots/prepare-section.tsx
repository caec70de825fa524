import { Button, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TELLER_ROLES } from '#contract/ballots';
import { api } from '../../api.ts';
import { ActionButton } from '../../patterns/action-button.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { printSlip } from '../../patterns/print-slip.ts';
import { useAct } from '../../patterns/use-act.ts';
import { CodesDrawer } from './codes-drawer.tsx';
import { RollDrawer } from './roll-drawer.tsx';
import { renewBallots, votersQuery, type Ballot, type Round } from './queries.ts';

interface Tellers {
  readonly supervisors: readonly string[];
  readonly counters: readonly string[];
}

/** Roll, tellers and code slips: what has to stand before voting begins. */
export function PrepareSection({ ballot, round }: { ballot: Ballot; round: Round }): ReactNode {
  const queries = useQueryClient();
  const [open, setOpen] = useState<'roll' | 'tellers' | 'codes' | null>(null);
  const can = ballot.can['prepare'] ?? true;
  const renew = (): void => renewBallots(queries);
  const slips = useAct({
    save: (_: null, commandId) =>
      api.ballots.tellerSlips({ ballotId: ballot.ballotId, basedOn: ballot.version, commandId }),
    savedWords: '开箱条已生成，以前印的作废',
    onSaved: (made) => {
      renew();
      printSlip(
        `${ballot.title}开箱条（沿线剪开，各人保管）`,
        made.slips.map(({ name, code }) => `${name}　${(code.match(/.{4}/g) ?? []).join('-')}`),
      );
    },
  });
  return (
    <Section title="筹备">
      <FailureNote failure={slips.failure} />
      <dl className="ballot-steps">
        {ballot.hasRoll ? (
          <div>
            <dt>名册</dt>
            <dd>
              应到{round.entitled ?? 0}人
              <ActionButton label="编辑名册" can={can} run={() => setOpen('roll')} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>监票、计票</dt>
          <dd>
            {ballot.tellers.length === 0
              ? '还没有登记'
              : ballot.tellers.map((one) => `${TELLER_ROLES[one.role]}${one.name}`).join('，')}
            <ActionButton label="登记" can={can} run={() => setOpen('tellers')} />
            {ballot.tellers.length === 0 ? null : (
              <Button loading={slips.busy} onClick={() => slips.run(null)}>
                印开箱条
              </Button>
            )}
          </dd>
        </div>
        {round.onScreen ? (
          <div>
            <dt>票码条</dt>
            <dd>
              {round.codesPrinted === 0 ? '还没有印制' : `已印${round.codesPrinted}张`}
              <ActionButton
                label={round.codesPrinted === 0 ? '印制票码条' : '作废重印'}
                can={can}
                run={() => setOpen('codes')}
              />
            </dd>
          </div>
        ) : null}
      </dl>
      {open === 'roll' ? (
        <RollDrawer ballot={ballot} onClose={() => setOpen(null)} onSaved={renew} />
      ) : null}
      {open === 'codes' ? (
        <CodesDrawer ballot={ballot} round={round} onClose={() => setOpen(null)} onSaved={renew} />
      ) : null}
      {open === 'tellers' ? (
        <TellersDrawer ballot={ballot} onClose={() => setOpen(null)} onSaved={renew} />
      ) : null}
    </Section>
  );
}

function TellersDrawer({
  ballot,
  onClose,
  onSaved,
}: {
  ballot: Ballot;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const people = useQuery(votersQuery(ballot.orgId, ballot.heldOn)).data?.people ?? [];
  const options = people.map(({ name }) => ({ value: name, label: name }));
  const of = (role: 'supervisor' | 'counter'): string[] =>
    ballot.tellers.filter((one) => one.role === role).map(({ name }) => name);
  const told = (role: 'supervisor' | 'counter', names: readonly string[]) =>
    names.map((name) => ({
      role,
      name,
      personId: people.find((one) => one.name === name)?.personId ?? null,
    }));
  return (
    <FormDrawer<Tellers, unknown>
      title="监票人、计票人"
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={{ supervisors: of('supervisor'), counters: of('counter') }}
      lead="由会议通过，合计不少于两人，候选人和被测评的人不能担任。开箱须其中两人确认：有账号的用自己的账号，没有账号的凭开箱条。"
      save={(values, commandId) =>
        api.ballots.setTellers({
          ballotId: ballot.ballotId,
          basedOn: ballot.version,
          tellers: [
            ...told('supervisor', values.supervisors),
            ...told('counter', values.counters ?? []),
          ],
          commandId,
        })
      }
    >
      <Field name="supervisors" label="监票人" required>
        <Select mode="tags" options={options} tokenSeparators={['、', '，', ' ']} />
      </Field>
      <Field name="counters" label="计票人">
        <Select mode="tags" options={options} tokenSeparators={['、', '，', ' ']} />
      </Field>
    </FormDrawer>
  );
}
