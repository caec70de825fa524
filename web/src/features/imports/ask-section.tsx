import { Button, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { PersonId } from '#kernel/ids';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { renewCase, type ImportId, type ImportRow } from './queries.ts';
import { RowSection } from './row-section.tsx';

type Answer = PersonId | 'new' | 'leave';

const optionsOf = (row: ImportRow) => [
  ...row.candidates.map((one) => ({
    value: one.personId as Answer,
    label: `就是${one.name}（${one.detail}）`,
  })),
  { value: 'new' as const, label: '是另一个人，新登记' },
  { value: 'leave' as const, label: '这一行不写入' },
];

/** Rows of which it is not certain whom they stand for; unanswered ones are not written. */
export function AskSection({ importId }: { importId: ImportId }): ReactNode {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlyMap<number, Answer>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await api.imports.answer({
        commandId: newCommandId(),
        importId,
        answers: [...chosen].map(([row, choice]) => ({ row, choice })),
      });
      setChosen(new Map());
      renewCase(queries);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <RowSection
        importId={importId}
        kind="ask"
        title="要您确认是谁"
        note="没有回答的行这次不写入。"
        actions={
          chosen.size === 0 ? undefined : (
            <Button type="primary" loading={busy} onClick={() => void save()}>
              保存回答（{chosen.size}）
            </Button>
          )
        }
        columns={[
          { key: 'who', title: '表中', render: (row) => `第${row.row}行 ${row.who}`, card: 'head' },
          { key: 'detail', title: '内容', render: (row) => row.detail },
          { key: 'why', title: '为什么问', render: (row) => row.why },
          {
            key: 'answer',
            title: '是谁',
            render: (row) => (
              <Select<Answer>
                aria-label={`第${row.row}行${row.who}是谁`}
                className="import-answer"
                popupMatchSelectWidth={false}
                placeholder="请选择"
                value={chosen.get(row.row) ?? null}
                options={optionsOf(row)}
                onChange={(answer) => setChosen(new Map(chosen).set(row.row, answer))}
              />
            ),
          },
        ]}
      />
      <FailureNote failure={failure} />
    </>
  );
}
