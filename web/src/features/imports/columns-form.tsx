import { Button, Checkbox, Form, Select, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api, readFailure, type Failure } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { newCommandId } from '../../patterns/command-id.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { ColumnsStep } from '../../patterns/import-columns.tsx';
import { lookQuery, renewCase, type Look, type LookAsked, type Preview } from './queries.ts';
import { Working } from './working.tsx';

interface ColumnsFormProps {
  readonly preview: Preview;
  readonly onRead: () => void;
}

const headerOptions = (look: Look) => [
  { value: '0:1', label: '没有表头' },
  ...look.top.flatMap(({ row, cells }) => {
    const words = cells
      .filter((cell) => cell !== '')
      .slice(0, 4)
      .join(' | ')
      .slice(0, 36);
    return [
      { value: `${row}:1`, label: `第${row}行：${words}` },
      { value: `${row}:2`, label: `第${row}行起两行：${words}` },
    ];
  }),
];

/** Sheet and header row, what each column is, and for which day the table is true. */
export function ColumnsForm({ preview, onRead }: ColumnsFormProps): ReactNode {
  const { importId } = preview.case;
  const [asked, setAsked] = useState<LookAsked>({});
  const query = useQuery(lookQuery(importId, asked));
  if (query.data === undefined) {
    return (
      <div className="panel wizard-panel">
        {query.error === null ? (
          <Skeleton active={false} aria-label="正在读表" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )}
      </div>
    );
  }
  const look = query.data;
  return (
    <Chosen
      key={`${look.sheet} ${look.headerRow} ${look.headerRows}`}
      look={look}
      preview={preview}
      onAsk={setAsked}
      onRead={onRead}
    />
  );
}

interface Values {
  readonly asOf: PlainDate;
  readonly rosterFrom: PlainDate | null | undefined;
}

function Chosen({
  look,
  preview,
  onAsk,
  onRead,
}: ColumnsFormProps & { look: Look; onAsk: (asked: LookAsked) => void }): ReactNode {
  const one = preview.case;
  const queries = useQueryClient();
  const [mapping, setMapping] = useState<ReadonlyMap<number, string | null>>(
    () => new Map(look.columns.map((column) => [column.index, column.field])),
  );
  const [keepBad, setKeepBad] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const missing = look.targets.filter(
    (target) => target.required && ![...mapping.values()].includes(target.value),
  );

  const read = async ({ asOf, rosterFrom }: Values): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await api.imports.prepare({
        commandId: newCommandId(),
        importId: one.importId,
        sheet: look.sheet,
        headerRow: look.headerRow,
        headerRows: look.headerRows,
        columns: [...mapping].map(([index, field]) => ({ index, field })),
        asOf,
        ...(rosterFrom === null || rosterFrom === undefined ? {} : { rosterFrom }),
        branches: Object.fromEntries(
          preview.branches
            .filter((branch) => branch.decided)
            .map((branch): [string, OrgId | null] => [branch.name, branch.orgId]),
        ),
        keepBad,
      });
      renewCase(queries);
      onRead();
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="panel wizard-panel" aria-busy={busy}>
      <div className="import-choices">
        {look.sheets.length > 1 ? (
          <label>
            工作表{' '}
            <Select
              aria-label="工作表"
              value={look.sheet}
              options={look.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet) => onAsk({ sheet })}
            />
          </label>
        ) : null}
        <label>
          表头{' '}
          <Select
            aria-label="表头在哪一行"
            popupMatchSelectWidth={false}
            value={`${look.headerRow}:${look.headerRows}`}
            options={headerOptions(look)}
            onChange={(value) => {
              const [row, rows] = value.split(':').map(Number);
              onAsk({ sheet: look.sheet, headerRow: row ?? 0, headerRows: rows ?? 1 });
            }}
          />
        </label>
      </div>
      {look.hiddenSheets.length === 0 ? null : (
        <p className="muted">隐藏的工作表没有读：{look.hiddenSheets.join('、')}</p>
      )}
      <Form<Values>
        layout="vertical"
        initialValues={{ asOf: one.asOf, rosterFrom: preview.rosterFrom }}
        onFinish={(values) => void read(values)}
      >
        <p>请核对每一列是什么；不需要的列选“不导入”。序号、党龄等由系统自己计算，不用导入。</p>
        <ColumnsStep
          columns={look.columns.map((column) => ({
            index: column.index,
            header: column.header === '' ? column.letter : `${column.letter} ${column.header}`,
            samples: column.samples,
            guess: column.field,
            sure: column.sure,
          }))}
          targets={look.targets}
          mapping={mapping}
          onChange={setMapping}
        />
        {missing.length === 0 ? null : (
          <p className="refusal" role="status">
            还没有找到：{missing.map((target) => target.label).join('、')}
          </p>
        )}
        <div className="wizard-day">
          <Field
            name="asOf"
            label="表中情况截至哪一天"
            required
            rule="变更从这一天起记入，原来的内容仍可查到；录入时间另外如实记录。"
          >
            <DateField />
          </Field>
        </div>
        {one.kind === 'roster' ? (
          <>
            <div className="wizard-day">
              <Field
                name="rosterFrom"
                label="新登记的人从哪一天起在花名册里"
                rule="不填就是上面那一天。要补录以前的会议，填那些会议之前的日期；入党更晚的从入党日算起。"
              >
                <DateField />
              </Field>
            </div>
            <Form.Item>
              <Checkbox checked={keepBad} onChange={(event) => setKeepBad(event.target.checked)}>
                主要内容有看不懂的新党员也登记，看不懂的单元格留空
              </Checkbox>
            </Form.Item>
          </>
        ) : null}
        <div className="form-acts">
          <Button type="primary" htmlType="submit" loading={busy} disabled={missing.length > 0}>
            下一步：看清变更
          </Button>
        </div>
        {busy ? <Working importId={one.importId} word="已读" /> : null}
      </Form>
      <FailureNote failure={failure} />
    </div>
  );
}
