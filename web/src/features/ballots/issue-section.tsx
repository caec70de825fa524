import { Button, Checkbox, InputNumber, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { useMarks, type Mark } from './use-marks.ts';
import { renewBallots, type Ballot, type Round } from './queries.ts';
import { SLIP_WORDS } from './words.ts';

type Line = Ballot['roll'][number];

/** Who is here and has received a slip; where there is no roll, how many slips were handed out. */
export function IssueSection({ ballot, round }: { ballot: Ballot; round: Round }): ReactNode {
  const may = ballot.can['issue'] === true;
  const mark = useMarks(ballot);
  if (!ballot.hasRoll) return may ? <HandedOut ballot={ballot} round={round} /> : null;
  const all = ballot.roll.filter((line) => line.leftOut === '');
  const ways = (['paper', 'code'] as const).filter((slip) =>
    slip === 'paper' ? round.onPaper : round.onScreen,
  );
  const many = (lines: readonly Line[], slip: (line: Line) => Mark['slip']): void =>
    mark.set(lines.map((line) => ({ lineId: line.lineId, present: true, slip: slip(line) })));
  const [only] = ways;
  return (
    <Section
      title="到会和发票"
      note={
        round.onScreen
          ? '票码条由本人从混匀的箱里自己抽。这里只记领了哪一种票，不记、也无从知道抽到哪一张。'
          : undefined
      }
      actions={
        may && all.length > 0 ? (
          <span className="list-acts">
            {all.some((line) => !line.present) ? (
              <Button loading={mark.busy} onClick={() => many(all, (line) => line.slip)}>
                全部到会
              </Button>
            ) : null}
            {only !== undefined && ways.length === 1 ? (
              <Button
                loading={mark.busy}
                onClick={() =>
                  many(
                    all.filter((line) => line.present),
                    () => only,
                  )
                }
              >
                到会的都已领{SLIP_WORDS[only]}
              </Button>
            ) : null}
          </span>
        ) : undefined
      }
    >
      <FailureNote failure={mark.failure} />
      {ballot.roll.length === 0 ? (
        <p className="muted">名册还是空的，先在“筹备”里从花名册带入。</p>
      ) : (
        <ul className="ballot-roll">
          {ballot.roll
            .map((known) => ({ ...known, ...mark.of(known) }))
            .map((line) => (
              <li key={line.lineId}>
                <Checkbox
                  checked={line.present}
                  disabled={!may || line.leftOut !== ''}
                  onChange={(event) =>
                    mark.set([{ lineId: line.lineId, present: event.target.checked, slip: null }])
                  }
                >
                  {line.name}
                </Checkbox>
                {line.leftOut === '' ? (
                  <Radio.Group
                    size="small"
                    optionType="button"
                    aria-label={`${line.name}领取`}
                    disabled={!may || !line.present}
                    value={line.slip ?? 'none'}
                    options={[
                      { value: 'none', label: '未领' },
                      ...ways.map((value) => ({ value, label: SLIP_WORDS[value] })),
                    ]}
                    onChange={(event) => {
                      const value: unknown = event.target.value;
                      const slip = value === 'paper' || value === 'code' ? value : null;
                      mark.set([{ lineId: line.lineId, present: true, slip }]);
                    }}
                  />
                ) : (
                  <span className="muted">不计入应到：{line.leftOut}</span>
                )}
              </li>
            ))}
        </ul>
      )}
    </Section>
  );
}

function HandedOut({ ballot, round }: { ballot: Ballot; round: Round }): ReactNode {
  const queries = useQueryClient();
  const [paper, setPaper] = useState(round.issuedPaper);
  const [codes, setCodes] = useState(round.issuedCodes);
  const save = useAct({
    save: (_: null, commandId) =>
      api.ballots.handOut({
        ballotId: ballot.ballotId,
        basedOn: ballot.version,
        paper,
        codes,
        commandId,
      }),
    onSaved: () => renewBallots(queries),
  });
  return (
    <Section title="发出的票">
      <FailureNote failure={save.failure} />
      <div className="ballot-row">
        {round.onPaper ? (
          <label>
            纸质票 <InputNumber min={0} value={paper} onChange={(value) => setPaper(value ?? 0)} />{' '}
            张
          </label>
        ) : null}
        {round.onScreen ? (
          <label>
            票码条 <InputNumber min={0} value={codes} onChange={(value) => setCodes(value ?? 0)} />{' '}
            张
          </label>
        ) : null}
        <Button loading={save.busy} onClick={() => save.run(null)}>
          登记
        </Button>
      </div>
    </Section>
  );
}
