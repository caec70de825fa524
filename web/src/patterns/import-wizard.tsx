import { App, Button, Form } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { CommandId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { readFailure, type Failure } from '../api.ts';
import { newCommandId } from './command-id.ts';
import { DateField } from './date-field.tsx';
import { Field } from './field.tsx';
import { FailureNote } from './form-drawer.tsx';
import { ColumnsStep, type ImportColumn, type ImportTarget } from './import-columns.tsx';
import { PreviewStep, type ImportPreview } from './import-preview.tsx';
import { FileDrop } from './file-drop.tsx';
import './patterns.css';

export interface ImportUpload {
  readonly importId: string;
  readonly fileName: string;
  readonly rows: number;
  readonly columns: readonly ImportColumn[];
}

export interface ImportDone {
  readonly written: number;
  readonly unchanged: number;
}

/** What an import asks of the server. Each call may throw what the API throws. */
export interface ImportSteps {
  readonly upload: (file: File) => Promise<ImportUpload>;
  /** `mapping`: column index → target, or null to leave the column out. */
  readonly preview: (
    importId: string,
    mapping: ReadonlyMap<number, string | null>,
    trueAsOf: PlainDate,
  ) => Promise<ImportPreview>;
  readonly confirm: (importId: string, commandId: CommandId) => Promise<ImportDone>;
  readonly undo: (importId: string, commandId: CommandId) => Promise<void>;
}

export interface ImportWizardProps {
  readonly steps: ImportSteps;
  readonly targets: readonly ImportTarget[];
  /** What one row is: 名党员, 笔流水. */
  readonly unit: string;
  readonly accept?: string;
  readonly hint?: ReactNode;
  readonly onFinished?: () => void;
}

type Stage =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly upload: ImportUpload }
  | { readonly at: 'preview'; readonly upload: ImportUpload; readonly preview: ImportPreview }
  | {
      readonly at: 'done';
      readonly upload: ImportUpload;
      readonly done: ImportDone;
      readonly undone: boolean;
    };

const ORDER = ['file', 'columns', 'preview', 'done'] as const;

/** Upload, columns guessed and shown, the day for which the file is true, preview with every bad cell named, confirm, undo. */
export function ImportWizard({
  steps,
  targets,
  unit,
  accept = '.xlsx,.csv',
  hint,
  onFinished,
}: ImportWizardProps): ReactNode {
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const commandId = useRef(newCommandId());
  const { message } = App.useApp();

  const run = async (act: () => Promise<Stage>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      setStage(await act());
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="wizard" aria-busy={busy}>
      <Progress current={ORDER.indexOf(stage.at)} />
      <div className="panel wizard-panel">
        {stage.at === 'file' ? (
          <FileDrop
            accept={accept}
            busy={busy}
            hint={hint}
            onFile={(file) =>
              void run(async () => {
                commandId.current = newCommandId();
                return { at: 'columns', upload: await steps.upload(file) };
              })
            }
          />
        ) : null}
        {stage.at === 'columns' ? (
          <ColumnsForm
            upload={stage.upload}
            targets={targets}
            unit={unit}
            busy={busy}
            onBack={() => setStage({ at: 'file' })}
            onNext={(mapping, day) =>
              void run(async () => ({
                at: 'preview',
                upload: stage.upload,
                preview: await steps.preview(stage.upload.importId, mapping, day),
              }))
            }
          />
        ) : null}
        {stage.at === 'preview' ? (
          <PreviewStep
            preview={stage.preview}
            unit={unit}
            busy={busy}
            onBack={() => setStage({ at: 'columns', upload: stage.upload })}
            onConfirm={() =>
              void run(async () => ({
                at: 'done',
                upload: stage.upload,
                done: await steps.confirm(stage.upload.importId, commandId.current),
                undone: false,
              }))
            }
          />
        ) : null}
        {stage.at === 'done' ? (
          <div className="wizard-done" role="status">
            <h2>{stage.undone ? '这次导入已撤销' : '已保存'}</h2>
            <p>
              {stage.undone
                ? '花名册已回到导入以前；撤销也留有记录。'
                : `写入 ${stage.done.written} 处变更，${stage.done.unchanged} ${unit}没有变化。`}
            </p>
            <div className="form-acts">
              {onFinished === undefined ? null : (
                <Button type="primary" onClick={onFinished}>
                  完成
                </Button>
              )}
              {stage.undone ? null : (
                <Button
                  loading={busy}
                  onClick={() =>
                    void run(async () => {
                      await steps.undo(stage.upload.importId, newCommandId());
                      void message.success('已撤销');
                      return { ...stage, undone: true };
                    })
                  }
                >
                  撤销这次导入
                </Button>
              )}
              <Button onClick={() => setStage({ at: 'file' })}>再导入一个文件</Button>
            </div>
          </div>
        ) : null}
        <FailureNote failure={failure} />
      </div>
    </div>
  );
}

const TITLES = ['选择文件', '核对各列', '看清变更', '完成'] as const;

/** Where one is; on a phone only the present step is spelled out. */
function Progress({ current }: { current: number }): ReactNode {
  return (
    <ol className="steps" aria-label="步骤">
      {TITLES.map((title, index) => (
        <li key={title} aria-current={index === current ? 'step' : undefined}>
          <span className="step-number">
            {index + 1}
            <span className="step-all">/{TITLES.length}</span>
          </span>{' '}
          {title}
          {index < current ? <span className="visually-hidden">（已完成）</span> : null}
        </li>
      ))}
    </ol>
  );
}

function ColumnsForm({
  upload,
  targets,
  unit,
  busy,
  onBack,
  onNext,
}: {
  upload: ImportUpload;
  targets: readonly ImportTarget[];
  unit: string;
  busy: boolean;
  onBack: () => void;
  onNext: (mapping: ReadonlyMap<number, string | null>, day: PlainDate) => void;
}): ReactNode {
  const [mapping, setMapping] = useState<ReadonlyMap<number, string | null>>(
    () => new Map(upload.columns.map((column) => [column.index, column.guess])),
  );
  const missing = targets.filter(
    (target) => target.required === true && ![...mapping.values()].includes(target.value),
  );
  return (
    <Form<{ day: PlainDate }> layout="vertical" onFinish={({ day }) => onNext(mapping, day)}>
      <p>
        {upload.fileName}：读到 {upload.rows} {unit}。请核对每一列是什么；不需要的列选“不导入”。
      </p>
      <ColumnsStep
        columns={upload.columns}
        targets={targets}
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
          name="day"
          label="表中情况截至哪一天"
          required
          rule="变更按这一天记入；录入时间另外如实记录。"
        >
          <DateField />
        </Field>
      </div>
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={busy} disabled={missing.length > 0}>
          下一步：看清变更
        </Button>
        <Button onClick={onBack}>换一个文件</Button>
      </div>
    </Form>
  );
}
