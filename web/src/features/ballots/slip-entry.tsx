import { Button, Checkbox, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { linesOfForm, optionsOfForm } from './form-words.ts';
import type { BallotForm } from './queries.ts';

export interface Slip {
  readonly picks: readonly (number | number[] | string | null)[];
  readonly writeIns: readonly string[];
  readonly spoiled: boolean;
}

const blank = (form: BallotForm): Slip => ({
  picks: linesOfForm(form).map(() => null),
  writeIns: [],
  spoiled: false,
});

/** Papers read out one after another; equal ones are pressed again without marking them anew. */
export function SlipEntry({
  form,
  slips,
  setSlips,
}: {
  form: BallotForm;
  slips: readonly Slip[];
  setSlips: (slips: readonly Slip[]) => void;
}): ReactNode {
  const [slip, setSlip] = useState<Slip>(() => blank(form));
  const mark = (line: number, pick: Slip['picks'][number]): void =>
    setSlip({ ...slip, picks: slip.picks.map((old, at) => (at === line ? pick : old)) });
  const writes = form.kind === 'approve' || form.kind === 'choose' ? form.writeIns : 0;
  const several = (line: number): boolean =>
    form.kind === 'survey' && form.questions[line]?.kind === 'many';
  return (
    <>
      <p aria-live="polite">
        已记{slips.length}张。正在记第{slips.length + 1}张：
      </p>
      {linesOfForm(form).map((text, line) => {
        const options = optionsOfForm(form, line).map((label, value) => ({ value, label }));
        const pick = slip.picks[line];
        return (
          <div key={text} className="ballot-slip-line">
            <span>{text}</span>
            {options.length === 0 ? (
              <Input
                aria-label={text}
                maxLength={500}
                value={typeof pick === 'string' ? pick : ''}
                onChange={(event) => mark(line, event.target.value || null)}
              />
            ) : several(line) ? (
              <Checkbox.Group
                aria-label={text}
                options={options}
                value={Array.isArray(pick) ? pick : []}
                onChange={(value) => mark(line, value)}
              />
            ) : (
              <Radio.Group
                aria-label={text}
                optionType="button"
                options={[...options, { value: -1, label: '未填' }]}
                value={typeof pick === 'number' ? pick : -1}
                onChange={(event) => {
                  const value: unknown = event.target.value;
                  mark(line, typeof value === 'number' && value >= 0 ? value : null);
                }}
              />
            )}
          </div>
        );
      })}
      {writes > 0 ? (
        <Input
          aria-label="另选他人"
          placeholder={`另选他人，最多${writes}名，用顿号分开`}
          value={slip.writeIns.join('、')}
          onChange={(event) =>
            setSlip({
              ...slip,
              writeIns: event.target.value === '' ? [] : event.target.value.split(/[、，,]/u),
            })
          }
        />
      ) : null}
      <div className="ballot-row">
        <Checkbox
          checked={slip.spoiled}
          onChange={(event) => setSlip({ ...slip, spoiled: event.target.checked })}
        >
          无法辨认，作废
        </Checkbox>
        <Button
          type="primary"
          onClick={() => {
            const writeIns = slip.writeIns.map((name) => name.trim()).filter((name) => name !== '');
            setSlips([...slips, { ...slip, writeIns }]);
            setSlip(blank(form));
          }}
        >
          记下这张
        </Button>
        <Button disabled={slips.length === 0} onClick={() => setSlips(slips.slice(0, -1))}>
          撤销上一张
        </Button>
      </div>
    </>
  );
}
