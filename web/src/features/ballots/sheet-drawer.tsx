import { Input, InputNumber, Radio, Select } from 'antd';
import { Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { linesOfForm, optionsOfForm } from './form-words.ts';
import { SlipEntry, type Slip } from './slip-entry.tsx';
import type { Ballot, Round } from './queries.ts';

interface Values {
  readonly mode: 'totals' | 'slips';
  readonly returned?: number;
  readonly valid?: number;
  readonly invalid?: number;
  readonly readBy: string;
  readonly recordedBy: string;
  readonly counts?: readonly (readonly (number | null | undefined)[])[];
  readonly writeIns?: string;
}

/** `李丁 3` one a line. */
const namesOf = (text: string | undefined): { name: string; count: number }[] =>
  (text ?? '').split('\n').flatMap((line) => {
    const [, name, count] = /^\s*(\S+)\s+(\d+)\s*$/.exec(line) ?? [];
    return name === undefined || count === undefined ? [] : [{ name, count: Number(count) }];
  });

/** Numbers by line and option, as on the printed count sheet. */
function Totals({ round }: { round: Round }): ReactNode {
  const { form } = round;
  const heads = form.kind === 'survey' ? null : optionsOfForm(form, 0);
  return (
    <>
      <div className="ballot-row">
        <Field name="returned" label="收回" required>
          <InputNumber min={0} />
        </Field>
        <Field name="valid" label="有效" required>
          <InputNumber min={0} />
        </Field>
        <Field name="invalid" label="无效" required>
          <InputNumber min={0} />
        </Field>
      </div>
      {linesOfForm(form).map((text, line) => {
        const options = heads ?? optionsOfForm(form, line);
        return options.length === 0 ? null : (
          <fieldset key={text} className="ballot-line">
            <legend>{text}</legend>
            <div className="ballot-row">
              {options.map((option, at) => (
                <Field key={option} name={['counts', line, at]} label={option}>
                  <InputNumber min={0} aria-label={`${text} ${option}`} />
                </Field>
              ))}
            </div>
          </fieldset>
        );
      })}
      {(form.kind === 'approve' || form.kind === 'choose') && form.writeIns > 0 ? (
        <Field name="writeIns" label="另选他人（每行：姓名 票数）">
          <Input.TextArea rows={2} placeholder="李丁 3" />
        </Field>
      ) : null}
    </>
  );
}

function Body({
  round,
  slips,
  setSlips,
}: {
  round: Round;
  slips: readonly Slip[];
  setSlips: (slips: readonly Slip[]) => void;
}): ReactNode {
  const mode: unknown = Form.useWatch('mode');
  return mode === 'slips' ? (
    <SlipEntry form={round.form} slips={slips} setSlips={setSlips} />
  ) : (
    <Totals round={round} />
  );
}

/** What two tellers found in the paper box: totals, or the papers read out one by one. */
export function SheetDrawer({
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
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const { form, issuedPaper: issued } = round;
  const names = ballot.tellers.map(({ name }) => ({ value: name, label: name }));
  return (
    <FormDrawer<Values, unknown>
      title="计票单"
      open
      onClose={onClose}
      onSaved={onSaved}
      width={680}
      initial={{ mode: 'totals', readBy: names[0]?.value, recordedBy: names[1]?.value }}
      lead={`发出纸质票${issued}张。发出＝收回＋未收回，有效＋无效＝收回，每行各项相加＝有效。`}
      save={(values, commandId) => {
        const common = {
          ballotId: ballot.ballotId,
          basedOn: ballot.version,
          readBy: values.readBy,
          recordedBy: values.recordedBy,
          commandId,
        };
        if (values.mode === 'slips')
          return api.ballots.enterSheet({
            ...common,
            sheet: {
              mode: 'slips',
              issued,
              missing: issued - slips.length,
              slips: slips.map(({ picks, writeIns, spoiled }) => ({
                picks: [...picks],
                writeIns: [...writeIns],
                spoiled,
              })),
            },
          });
        const valid = values.valid ?? 0;
        const returned = values.returned ?? 0;
        return api.ballots.enterSheet({
          ...common,
          sheet: {
            mode: 'totals',
            issued,
            returned,
            missing: issued - returned,
            valid,
            invalid: values.invalid ?? 0,
            lines: linesOfForm(form).map((_, line) => {
              const counts = optionsOfForm(form, line).map(
                (__, at) => values.counts?.[line]?.[at] ?? 0,
              );
              const several = form.kind === 'choose' || form.kind === 'survey';
              const marked = counts.reduce((all, one) => all + one, 0);
              const unmarked =
                form.kind === 'grade' || (several && form.kind === 'survey')
                  ? Math.max(0, valid - marked)
                  : 0;
              return { counts, unmarked };
            }),
            writeIns: namesOf(values.writeIns),
          },
        });
      }}
    >
      <Field name="mode" label="录入方式" required>
        <Radio.Group
          options={[
            { value: 'totals', label: '按计票单的合计数' },
            { value: 'slips', label: '逐张唱票' },
          ]}
        />
      </Field>
      <div className="ballot-row">
        <Field name="readBy" label="唱票" required>
          <Select options={names} style={{ minWidth: 140 }} />
        </Field>
        <Field name="recordedBy" label="记票" required>
          <Select options={names} style={{ minWidth: 140 }} />
        </Field>
      </div>
      <Body round={round} slips={slips} setSlips={setSlips} />
    </FormDrawer>
  );
}
