import { Button, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { votersQuery, type Ballot } from './queries.ts';

interface Values {
  readonly names: string;
  readonly leftOut?: string;
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function FromRoster({ names }: { names: readonly string[] }): ReactNode {
  const form = Form.useFormInstance<Values>();
  return (
    <Button
      disabled={names.length === 0}
      onClick={() => form.setFieldValue('names', names.join('\n'))}
    >
      从花名册带入有表决权的{names.length}人
    </Button>
  );
}

/** Who is entitled to vote, one a line; and who of them is left out of those who should attend, with the reason. */
export function RollDrawer({
  ballot,
  onClose,
  onSaved,
}: {
  ballot: Ballot;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const people = useQuery(votersQuery(ballot.orgId, ballot.heldOn)).data?.people ?? [];
  const voters = people.filter(({ votes }) => votes).map(({ name }) => name);
  const initial = {
    names: ballot.roll.map(({ name }) => name).join('\n'),
    leftOut: ballot.roll
      .filter(({ leftOut }) => leftOut !== '')
      .map(({ name, leftOut }) => `${name} ${leftOut}`)
      .join('\n'),
  };
  return (
    <FormDrawer<Values, unknown>
      title="名册"
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={initial}
      lead="预备党员、受留党察看处分的党员没有表决权。不计入应到会人数的，要有上级答复并经会议通过。"
      save={(values, commandId) => {
        const left = new Map(
          linesOf(values.leftOut).map((line) => {
            const [, name = line, reason = '不计入应到会'] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
            return [name, reason];
          }),
        );
        return api.ballots.setRoll({
          ballotId: ballot.ballotId,
          basedOn: ballot.version,
          lines: linesOf(values.names).map((name) => {
            const same = people.filter((one) => one.name === name);
            return {
              name,
              // Two of one name are told apart by nobody here: they stand as names.
              personId: same.length === 1 ? (same[0]?.personId ?? null) : null,
              leftOut: left.get(name) ?? '',
            };
          }),
          commandId,
        });
      }}
    >
      <FromRoster names={voters} />
      <Field name="names" label="有表决权的人（每行一人）" required>
        <Input.TextArea rows={12} />
      </Field>
      <Field name="leftOut" label="不计入应到会的人（每行：姓名 原因）">
        <Input.TextArea rows={3} placeholder="张伟 出国半年以上" />
      </Field>
    </FormDrawer>
  );
}
